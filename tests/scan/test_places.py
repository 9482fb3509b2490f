"""Where files stand: folders, patterns, zips within zips, and what is not followed. Nothing here is assessed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_archives import AUTUMN, locked_zip, zip_bomb, zipped, zips_within

from pepinsight.documents import Unreadable
from pepinsight.scan import RunError
from pepinsight.scan.places import LOCKED, MAX_DEPTH, TOO_DEEP, Place, checksum, content, look, shown
from pepinsight.scan.unzipped import MOST, Unzipped, unzipped
from pepinsight.scan.walk import roots, walk


def paths(folder: Path, leave_out: Path | None = None) -> list[str]:
    return [os.path.relpath(one.path, folder) for one in walk((str(folder),), leave_out or folder / "run")]


def test_files_come_in_the_order_of_their_names_and_the_runs_own_folder_is_left_out(tmp_path: Path) -> None:
    for name in ("b/2.docx", "b/1.pdf", "a.docx", "c/d/e/3.docx", "run/ledger.db", "b.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert paths(tmp_path) == ["a.docx", "b/1.pdf", "b/2.docx", "b.docx", "c/d/e/3.docx"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    found = list(walk((str(tmp_path),), tmp_path / "run"))
    assert [one.trouble is not None for one in found] == [True, True]


def test_a_link_that_somebody_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "plan.docx").touch()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert [Path(one.path).name for one in walk(roots([str(tmp_path / "link")]), tmp_path / "run")] == ["plan.docx"]


def test_patterns_and_many_roots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("2024/a.docx", "2025/b.docx", "2025/deep/c.docx", "odd[1].docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert roots(["20*/*.docx"]) == tuple(str(tmp_path / name) for name in ("2024/a.docx", "2025/b.docx"))
    assert roots(["**/c.docx", "2024", "odd[1].docx", "2024"]) == tuple(
        str(tmp_path / name) for name in ("2025/deep/c.docx", "2024", "odd[1].docx")
    )
    with pytest.raises(RunError, match=r"no file or folder nowhere/\*"):
        roots(["nowhere/*"])


def test_members_of_zips_within_zips_have_places_and_bytes_of_their_own(tmp_path: Path) -> None:
    inner = zipped({"a/plan.docx": AUTUMN.read_bytes(), "note.txt": b"Milk"})
    (tmp_path / "year.zip").write_bytes(zipped({"school.zip": inner, "empty/": b""}))
    outer = Place(str(tmp_path / "year.zip"))
    (school,) = look(outer).members
    members = look(Place(outer.file, (school.number,))).members
    assert [member.name for member in members] == ["a/plan.docx", "note.txt"]
    place = Place(outer.file, (school.number, members[0].number))
    assert content(place) == AUTUMN.read_bytes()
    assert look(place).sha256 == checksum(AUTUMN.read_bytes())


def test_a_word_file_is_no_archive_though_it_is_a_zip(tmp_path: Path) -> None:
    assert look(Place(str(AUTUMN))).members == ()
    (tmp_path / "plan.zip").write_bytes(AUTUMN.read_bytes())
    assert look(Place(str(tmp_path / "plan.zip"))).sha256 == checksum(AUTUMN.read_bytes())


def test_a_zip_that_changes_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "year.zip"
    for data in (b"one", b"another"):
        path.write_bytes(zipped({"plan.txt": data}))
        os.utime(path, ns=(len(data), len(data)))
        assert content(Place(str(path), (0,))) == data


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(zip_bomb(201))
    with pytest.raises(Unreadable, match="larger than"):
        content(Place(str(tmp_path / "bomb.zip"), (0,)))
    (tmp_path / "deep.zip").write_bytes(zips_within(MAX_DEPTH + 1))
    with pytest.raises(Unreadable, match="lies within"):
        look(Place(str(tmp_path / "deep.zip"), (0,) * MAX_DEPTH))


@given(
    st.lists(st.binary(min_size=1, max_size=12), min_size=1, max_size=4), st.lists(st.integers(0, 10**6), max_size=4)
)
def test_any_name_gives_its_place_back_and_can_be_shown(parts: list[bytes], members: list[int]) -> None:
    name = os.fsdecode(b"/".join(parts))
    place = Place(name, tuple(members))
    assert Place.of(place.key()) == place
    assert place.key().isascii()
    assert shown(name).isprintable()
    shown(name).encode("utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_looked_at_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    for start in (b"", b"PK\x03\x04", b"PK\x05\x06"):
        path.write_bytes(start + data)
        try:
            seen = look(Place(str(path)))
        except Unreadable as error:
            assert str(error).endswith(".")
        else:
            assert seen.members == () and seen.sha256 == checksum(start + data)


def test_a_zip_handed_in_is_the_files_within_it_and_says_what_it_leaves_out() -> None:
    inner = zipped({"a/plan.docx": AUTUMN.read_bytes(), "__MACOSX/._plan.docx": b"", "a/.DS_Store": b"", "b/": b""})
    found = list(unzipped("year.zip", zipped({"school.zip": inner, "note.txt": b"Milk", "none.zip": zipped({})})))
    assert [(one.name, one.content, one.trouble) for one in found] == [
        ("plan.docx", AUTUMN.read_bytes(), None),
        ("note.txt", b"Milk", None),
        ("none.zip", b"", "This zip archive holds no files."),
    ]
    assert list(unzipped("plan.docx", AUTUMN.read_bytes())) == [Unzipped("plan.docx", AUTUMN.read_bytes())]


def test_a_zip_handed_in_that_would_take_all_day_or_never_end_is_not_opened() -> None:
    (many,) = unzipped("year.zip", zipped({f"{number}.txt": b"x" for number in range(MOST + 1)}))
    assert many.trouble is not None
    assert "Scan an archive" in many.trouble
    assert [one.trouble for one in unzipped("deep.zip", zips_within(MAX_DEPTH + 1))] == [TOO_DEEP]
    assert [one.trouble for one in unzipped("locked.zip", locked_zip())] == [LOCKED]


@given(st.binary(max_size=300))
def test_whatever_is_in_a_zip_s_bytes_gives_files_or_sentences(data: bytes) -> None:
    whole = zipped({"a.txt": b"some words" * 9, "b.txt": b"more"})
    for hostile in (data, b"PK\x03\x04" + data, whole[: len(data)] + data + whole[len(data) :]):
        assert all(one.trouble or one.content is not None for one in unzipped("x.zip", hostile))
