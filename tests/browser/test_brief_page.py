"""The brief's page in a browser: on a phone and on paper. Skipped where no Chromium is found."""

import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "export"))

from export_samples import Archive, event, instrument, position, relation, statement

from communique.export.briefing import FORMATS, make_brief
from communique.types.record import Place

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER = os.environ.get("COMMUNIQUE_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium here (COMMUNIQUE_BROWSER names one)"
)
PHONE = 390


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    """A brief with all of its pictures but the time line."""
    met = event(place=Place(name="Ljubljana", country="SVN", lat=46.05, lon=14.5))
    archive = Archive([met], [instrument()], [relation()], [statement()], [position()])
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_text(FORMATS["html"](make_brief(archive, "AUT", "SVN")), encoding="utf-8")
    return path


def browse(page: Path, *options: str) -> str:
    """Run the browser on a page without any network; what it writes."""
    command = [
        *(str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
        *("--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={page.parent / 'profile'}"),
        *options,
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


def shot(page: Path, width: int, height: int, *options: str) -> tuple[int, int, list[bytes]]:
    """Width, height and the rows of pixels (RGB or RGBA) of a page as it is seen."""
    out = page.parent / "shot.png"
    browse(page, f"--window-size={width},{height}", f"--screenshot={out}", *options)
    return pixels(out.read_bytes())


def pixels(data: bytes) -> tuple[int, int, list[bytes]]:
    """The rows of a PNG of eight bits a channel that is not interlaced."""
    at, held, head = 8, b"", b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        head, held = (body if kind == b"IHDR" else head), held + (body if kind == b"IDAT" else b"")
        at += size + 12
    width, height, depth, colour = struct.unpack(">IIBB", head[:10])
    assert depth == 8
    channels = {2: 3, 6: 4}[colour]
    raw, stride = zlib.decompress(held), width * channels
    rows, before = [], bytes(stride)
    for y in range(height):
        start = y * (stride + 1)
        before = unfiltered(raw[start], raw[start + 1 : start + 1 + stride], before, channels)
        rows.append(before)
    return width, height, rows


def unfiltered(kind: int, row: bytes, above: bytes, step: int) -> bytes:
    """A row of a PNG with its filter undone."""
    out = bytearray(row)
    for x, value in enumerate(row if kind else b""):
        left = out[x - step] if x >= step else 0
        corner = above[x - step] if x >= step else 0
        guess = (0, left, above[x], (left + above[x]) // 2, paeth(left, above[x], corner))[kind]
        out[x] = (value + guess) & 255
    return bytes(out)


def paeth(a: int, b: int, c: int) -> int:
    """The neighbour nearest to a + b - c."""
    near = [(abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c)]
    return min(near)[2]


def test_the_page_is_seen_on_a_phone(page):
    frame = page.with_name("frame.html")
    frame.write_text(
        '<!DOCTYPE html><body style="margin:0;background:#f0f">'
        f'<iframe src="{page.as_uri()}" style="border:0;width:{PHONE}px;height:900px"></iframe>'
    )
    width, _, rows = shot(frame, 500, 900)
    step = len(rows[0]) // width
    band = [row[: PHONE * step] for row in rows[:900]]
    dark = sum(row[x] < 90 for row in band for x in range(0, len(row), step))
    assert dark > 2000  # there is writing
    edge = {row[(PHONE - 3) * step : (PHONE - 3) * step + 3] for row in band}
    assert edge == {b"\xff\xff\xff"}  # and none of it runs out of the phone


def test_no_part_of_the_page_is_wider_than_a_phone(page):
    measured = page.with_name("measured.html")
    ruler = (
        "<script>addEventListener('load', () => { document.body.style.width = '358px';"
        "document.title = Math.max(...[...document.querySelectorAll('main *')]"
        ".map((each) => each.scrollWidth)); });</script>"
    )
    measured.write_text(page.read_text(encoding="utf-8") + ruler, encoding="utf-8")
    title = browse(measured, "--dump-dom", "--window-size=390,900").split("<title>")[1]
    assert 0 < int(title.split("<")[0]) <= 358


def test_scripts_open_all_evidence_and_the_page_reads_without_them(page):
    clicked = page.with_name("clicked.html")
    script = "<script>document.getElementById('open').click()</script>"
    clicked.write_text(page.read_text(encoding="utf-8") + script, encoding="utf-8")
    opened = browse(clicked, "--dump-dom")
    assert opened.count('<details class="evidence" open="">') == opened.count('class="evidence"')
    still = page.with_name("still.html")
    bare = re.sub(r"<script>.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    still.write_text(bare, encoding="utf-8")
    plain = browse(still, "--dump-dom")
    assert '<p class="tools" hidden="">' in plain
    assert plain.count("<mark>") == opened.count("<mark>") > 0


def test_the_page_prints(page):
    out = page.with_name("brief.pdf")
    browse(page, f"--print-to-pdf={out}", "--no-pdf-header-footer")
    assert out.read_bytes().startswith(b"%PDF")
    assert out.stat().st_size > 10_000
