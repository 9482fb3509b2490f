"""How far a PDF's packed streams swell, looked up in its bytes before PDFium unpacks any of them in full."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MAX_STREAM_BYTES = 128 * 1024**2
"""The most that one stream may come to when unpacked, pictures apart: whole fonts come to some twenty megabytes."""

_DENSEST = 1032
"""Deflate packs no more bytes than this into one, so a short stream need not be unpacked to be known for harmless."""
_CHUNK = 1 << 16
_DICTIONARY = 4096
"""Bytes before a stream in which its dictionary is looked for."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")


def swells(data: bytes) -> bool:
    """Whether a stream of the file, pictures apart, unpacks to more than ``MAX_STREAM_BYTES``."""
    return any(
        len(content) * _DENSEST**times > MAX_STREAM_BYTES and len(_unpacked(content, times)) > MAX_STREAM_BYTES
        for content, times in _streams(data)
    )


def inflated(data: bytes, most: int) -> bytes:
    """Inflated until it passes ``most`` bytes; of a damaged stream what comes before the damage, as PDFium shows it."""
    inflater = zlib.decompressobj()
    out = bytearray()
    for at in range(0, len(data), _CHUNK):
        try:
            out += inflater.decompress(data[at : at + _CHUNK], most + 1 - len(out))
        except zlib.error:
            break
        if len(out) > most:
            break
    return bytes(out)


def _streams(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Each packed stream's bytes, and how many times over it is packed."""
    for found in _STREAM.finditer(data):
        start = max(0, found.start() - _DICTIONARY)
        dictionary = data[max(start, data.rfind(b" obj", start, found.start())) : found.start()]
        times = len(_PACKED.findall(dictionary))
        if times and not _PICTURE.search(dictionary):
            end = data.find(b"endstream", found.end())
            yield data[found.end() : end if end >= 0 else len(data)], times


def _unpacked(content: bytes, times: int) -> bytes:
    for _ in range(times):
        content = inflated(content, MAX_STREAM_BYTES)
        if len(content) > MAX_STREAM_BYTES:
            break
    return content
