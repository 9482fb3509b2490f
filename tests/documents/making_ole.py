"""Small OLE files (Outlook's and old Office's container), written by hand for tests."""

import struct
from itertools import pairwise

SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def ole_file(streams: dict[str, bytes]) -> bytes:
    """An OLE file with these streams; a name may hold one "/" for a folder.

    Streams under 4,096 bytes are not understood: they would stand in a small stream of their own.
    """
    entries: list[tuple[str, int, list[int], bytes]] = [("Root Entry", 5, [], b"")]  # name, type, children, content
    folders = {"": 0}
    for path, content in streams.items():
        folder, _, name = path.rpartition("/")
        if folder not in folders:
            folders[folder] = len(entries)
            entries[0][2].append(len(entries))
            entries.append((folder, 1, [], b""))
        entries[folders[folder]][2].append(len(entries))
        entries.append((name, 2, [], content))
    chains: list[tuple[int, int]] = []
    body = b""
    starts = []
    for _, kind, _, content in entries:
        starts.append(_END if kind != 2 or not content else len(body) // SECTOR)
        if kind == 2 and content:
            chains.append((len(body) // SECTOR, -(-len(content) // SECTOR)))
            body += content.ljust(-(-len(content) // SECTOR) * SECTOR, b"\0")
    directory_at = len(body) // SECTOR
    siblings = {one: after for _, _, children, _ in entries for one, after in pairwise(children)}
    directory = b"".join(
        _entry(name, kind, siblings.get(index, _FREE), children[0] if children else _FREE, starts[index], len(content))
        for index, (name, kind, children, content) in enumerate(entries)
    )
    directory += _entry("", 0, _FREE, _FREE, 0, 0) * (-len(entries) % 4)
    chains.append((directory_at, len(directory) // SECTOR))
    body += directory
    fat_at = len(body) // SECTOR
    fat = [_FREE] * 128
    for start, count in chains:
        for sector in range(start, start + count):
            fat[sector] = sector + 1 if sector + 1 < start + count else _END
    fat[fat_at] = _FAT
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, directory_at, 0, 0, _END, 0, _END, 0, fat_at
    )
    return header.ljust(SECTOR, b"\xff") + body + struct.pack("<128I", *fat)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le") if name else b""
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(wide), kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
