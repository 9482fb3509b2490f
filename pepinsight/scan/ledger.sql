-- A scan's ledger. What became of files only grows: what a scan once wrote is never changed, a later line stands beside
-- it; only a PEP's words may be erased, and `pulse` is written over. What a person asks for is the view `files`: one line a file.
CREATE TABLE IF NOT EXISTS found (          -- a file that stands somewhere, with what tells that its content changed
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL,                    -- JSON: the file, then a number for each zip that it lies in
    path TEXT NOT NULL,                     -- for people: archive.zip!/inner/plan.docx
    stamp TEXT NOT NULL,
    UNIQUE (place, stamp)
);
CREATE INDEX IF NOT EXISTS found_path ON found (path);
CREATE TABLE IF NOT EXISTS looks (          -- what stands there: a content by its checksum, an archive, or why neither
    id INTEGER PRIMARY KEY,
    found INTEGER NOT NULL REFERENCES found,
    sha256 TEXT,
    status TEXT,                            -- null with a checksum
    reason TEXT,
    seconds REAL NOT NULL,
    made TEXT NOT NULL                      -- UTC
);
CREATE INDEX IF NOT EXISTS looks_found ON looks (found);
CREATE INDEX IF NOT EXISTS looks_sha256 ON looks (sha256);
CREATE TABLE IF NOT EXISTS results (        -- what became of a content, however many files hold it
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT,
    seconds REAL NOT NULL,
    previous TEXT,                          -- the content of the same child's earlier PEP that it was compared with
    made TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS results_sha256 ON results (sha256);
CREATE TABLE IF NOT EXISTS records (        -- the contract's JSON, compressed by zlib
    result INTEGER PRIMARY KEY REFERENCES results,
    json BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS children (       -- whose PEP a content is, and of which day, so that a later one finds it
    sha256 TEXT PRIMARY KEY,
    birth TEXT,
    full_name TEXT,
    child TEXT NOT NULL,
    day TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS children_birth ON children (birth);
CREATE INDEX IF NOT EXISTS children_full_name ON children (full_name);
CREATE TABLE IF NOT EXISTS retries (        -- failed lines that somebody asked to have tried again
    look INTEGER UNIQUE REFERENCES looks,
    result INTEGER UNIQUE REFERENCES results
);
CREATE TABLE IF NOT EXISTS forgotten (      -- results whose words were erased when somebody had their PEP forgotten
    result INTEGER PRIMARY KEY REFERENCES results
);
CREATE TABLE IF NOT EXISTS pulse (          -- how the scan that runs is doing; the one line that is written over
    id INTEGER PRIMARY KEY CHECK (id = 1),
    phase TEXT NOT NULL,
    done INTEGER NOT NULL,
    begun REAL NOT NULL,
    beat REAL NOT NULL
);
CREATE VIEW IF NOT EXISTS last_looks AS
    SELECT looks.* FROM looks WHERE id = (SELECT max(id) FROM looks AS later WHERE later.found = looks.found);
CREATE VIEW IF NOT EXISTS last_results AS
    SELECT results.* FROM results
    WHERE id = (SELECT max(id) FROM results AS later WHERE later.sha256 = results.sha256);
CREATE VIEW IF NOT EXISTS files AS
    SELECT found.id, found.path, found.place, look.sha256,
        coalesce(result.status, look.status, 'waiting') AS status,
        coalesce(result.reason, look.reason) AS reason,
        coalesce(result.seconds, look.seconds) AS seconds,
        coalesce(result.made, look.made) AS made,
        result.previous, result.id AS result, look.id AS look
    FROM found
    LEFT JOIN looks AS look ON look.id = (SELECT max(id) FROM looks WHERE looks.found = found.id)
    LEFT JOIN results AS result ON result.id = (SELECT max(id) FROM results WHERE results.sha256 = look.sha256)
    WHERE NOT EXISTS (SELECT 1 FROM found AS later WHERE later.place = found.place AND later.id > found.id);
CREATE TRIGGER IF NOT EXISTS found_stands BEFORE UPDATE ON found
    BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS found_stays BEFORE DELETE ON found
    BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS looks_stand BEFORE UPDATE ON looks
    BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS looks_stay BEFORE DELETE ON looks
    BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS results_stand BEFORE UPDATE ON results
    BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS results_stay BEFORE DELETE ON results
    BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS records_stand BEFORE UPDATE ON records
    BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS records_stay BEFORE DELETE ON records
    WHEN NOT EXISTS (SELECT 1 FROM forgotten WHERE forgotten.result = OLD.result)
    BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
