"""A caseworker's way through pepinsight in a real browser, from the first click to the file for the school."""

from __future__ import annotations

import csv
import os
import random
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import GOLD, HERE, Asked, Visit, settle
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page

IN_VIEW = """(words) => {
  const host = [...document.querySelectorAll('*')].find((one) => one.shadowRoot?.querySelector('.pane'));
  if (!host) return false;
  const pane = host.shadowRoot.querySelector('.pane').getBoundingClientRect();
  const marks = [...host.shadowRoot.querySelectorAll('mark.chosen')];
  const said = marks.map((mark) => mark.textContent).join('').replace(/[^\\p{L}\\p{N}]/gu, '');
  if (marks.length === 0 || !said.includes(words)) return false;
  const mark = marks[0].getBoundingClientRect();
  const across = mark.left < pane.right && mark.right > pane.left;
  return mark.height > 0 && mark.top >= pane.top - 1 && mark.top < pane.bottom && across;
}"""


def press(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=name).first.click()
    settle(page)


def at(page: Page, key: str, tag: str = "button") -> None:
    page.locator(f".st-key-{key} {tag}").first.click()
    settle(page)


def keep_picture(page: Page, name: str) -> None:
    if os.environ.get("PEPINSIGHT_SCREENSHOTS") == "1":
        folder = HERE / "docs" / "images"
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png")


def sections(page: Page) -> list[str]:
    cards = page.locator("[class*='st-key-card-']").all()
    found = [re.search(r"st-key-card-(\S+)", card.get_attribute("class") or "") for card in cards]
    return [match[1] for match in found if match]


def upload(page: Page, *files: Path) -> None:
    page.locator("input[type=file]").set_input_files([str(file) for file in files])
    for file in files:
        page.get_by_text(re.compile(rf"[✓✗] {re.escape(file.name)}")).first.wait_for()
    settle(page)


def test_first_click_on_a_fictional_pep(visit: Visit, asked: Asked, address: str) -> None:
    page = visit()
    keep_picture(page, "first-start")
    press(page, "Try with a fictional PEP")
    page.wait_for_selector(".pane .sheet")
    page.get_by_text("Fictional example").wait_for()
    assert len(sections(page)) > 5
    keep_picture(page, "review")
    outside = [url for url in asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))]
    assert not outside, outside


def test_many_files_a_bad_one_and_one_seen_before(visit: Visit, tmp_path: Path) -> None:
    bad = tmp_path / "broken.docx"
    bad.write_bytes(b"PK\x03\x04 this is no Word file")
    again = tmp_path / "again.docx"
    again.write_bytes((GOLD / "a1-01.docx").read_bytes())
    page = visit("/?page=add")
    upload(page, GOLD / "a1-01.docx", bad, GOLD / "a1-01.pdf", again)
    assert page.get_by_text("✗ broken.docx").is_visible()
    assert page.get_by_text("Already seen").is_visible()
    assert page.locator("[class*='st-key-go-'] button").count() == 3
    keep_picture(page, "add")


@pytest.mark.parametrize("name", ["c2-01.docx", "c2-01.pdf"])
def test_walk(visit: Visit, asked: Asked, tmp_path: Path, name: str) -> None:
    page = visit("/?page=add")
    upload(page, GOLD / name)
    page.locator("[class*='st-key-go-'] button").click()
    page.wait_for_selector(".pane .sheet")
    link = page.url
    choose_quotes(page, random.Random(name))
    total = decide(page)
    page.context.close()

    page = visit("/" + link.split("/", 3)[3], 1920, 1080)  # the next day, at another screen
    page.wait_for_selector(".pane .sheet")
    page.get_by_text("The minutes tell more.").first.wait_for()
    keep_picture(page, f"review-{name.rsplit('.', 1)[1]}")
    check_downloads(page, tmp_path, total)
    check_not_handed_over_again(page)
    assert not [url for url in asked if urlsplit(url).path.startswith("/media/")]

    page = visit()
    page.get_by_label("Search by file name or school").fill(name)
    page.keyboard.press("Enter")
    settle(page)
    assert page.locator("[class*='st-key-open-'] button").count() == 1
    keep_picture(page, "list")


def choose_quotes(page: Page, chance: random.Random) -> None:
    """Open sections' reasons and choose quotes at random: each must come into view, marked."""
    chosen = 0
    for section in chance.sample(sections(page), 7):
        at(page, f"card-{section}", "summary")
        card = page.locator(f".st-key-card-{section}")
        card.locator(".pep-level, .pep-note").first.wait_for()  # on a busy machine the reasons come late
        more = card.locator("[class*='st-key-more-'] button")
        if more.count():
            more.first.click()
            settle(page)
        quotes = card.locator("[class*='st-key-quote-'] button")
        for number in chance.sample(range(quotes.count()), min(2, quotes.count())):
            quotes.nth(number).click()
            words = quotes.nth(number).inner_text().split("“", 1)[1].rsplit("”", 1)[0]
            page.wait_for_function(IN_VIEW, arg=re.sub(r"[\W_]+", "", words)[:40])
            chosen += 1
    keep_picture(page, "quotes")
    assert chosen >= 6


def decide(page: Page) -> int:
    """Confirm, undo, change with a reason, state a fact, confirm what remains; the number of sections."""
    every = sections(page)
    first, second = every[0], every[1]
    at(page, f"confirm-{first}")
    page.locator(f".st-key-card-{first}").get_by_text("✓ Confirmed by").wait_for()
    at(page, f"undo-{first}")
    page.locator(f".st-key-confirm-{first}").wait_for()

    at(page, f"change-{second}")
    page.locator(f".st-key-level-{second} label").nth(1).click()
    page.get_by_label(re.compile("Why\\?")).fill("The minutes tell more.")
    page.keyboard.press("Tab")
    keep_picture(page, "change")
    press(page, "Save this level")
    page.locator(f".st-key-card-{second}").get_by_text("✎ Changed by").wait_for()

    at(page, "facts", "summary")
    page.locator("[class*='st-key-fact-'][class*='known_suspension'] label").get_by_text("Yes", exact=True).click()
    page.get_by_text("Stated by").wait_for()
    settle(page)

    at(page, "confirm-all")
    page.get_by_role("button", name="Undo these").wait_for()
    return len(every)


def check_downloads(page: Page, folder: Path, total: int) -> None:
    """Each file that the page hands over can be opened and says what was decided."""
    files = {}
    for ending in ("docx", "xlsx", "csv"):
        if not page.locator(f".st-key-get-{ending}").is_visible():
            press(page, "Download")
        with page.expect_download() as waiting:
            page.locator(f".st-key-get-{ending} button").click()
        assert waiting.value.url.startswith("blob:")
        files[ending] = folder / waiting.value.suggested_filename
        waiting.value.save_as(files[ending])
    letter = Document(str(files["docx"]))
    told = "\n".join(part.text for part in letter.element.body.iter() if part.tag.endswith("}t") and part.text)
    assert "The minutes tell more." in told
    sheet = load_workbook(files["xlsx"]).worksheets[0]
    assert sheet.max_row == total + 1
    rows = list(csv.DictReader(files["csv"].read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == total
    assert "The minutes tell more." in {row["reason"] for row in rows}


def check_not_handed_over_again(page: Page) -> None:
    """Leaving the page and coming back does not save the file once more."""
    saved = []
    page.on("download", lambda download: saved.append(download))
    at(page, "back")
    page.locator("[class*='st-key-open-'] button").first.wait_for()
    page.go_back()
    page.wait_for_selector(".pane .sheet")
    settle(page)
    assert not saved


def test_from_the_queue_to_a_review_by_another_rubric(visit: Visit) -> None:
    page = visit("/?page=add")
    upload(page, *(GOLD / f"{name}.docx" for name in ("b2-03", "b2-04", "c4-01", "a1-06")))
    page.get_by_text("does not cover early years or post-16").wait_for()
    at(page, "nav-first")
    page.get_by_text("Much stands word for word").first.wait_for()
    keep_picture(page, "queue")
    check_back_to_filters(page)
    page.locator("[class*='st-key-queue-pep-'] button").first.click()
    page.wait_for_selector(".pane .sheet")
    page.locator(".st-key-head [data-testid=stSelectbox] input").click()
    page.get_by_role("option", name=re.compile("Redcar")).click()
    page.locator(".st-key-card-timeframes").wait_for()
    settle(page)
    keep_picture(page, "review-redcar")


def check_back_to_filters(page: Page) -> None:
    """From a PEP that was opened, one step back leads to the queue as it was filtered, and one more to all of it."""
    rows = page.locator("[class*='st-key-queue-pep-']")
    every = rows.count()
    page.locator(".st-key-queue-reason input").click()
    page.get_by_role("option", name=re.compile("Much stands word for word")).first.click()
    page.keyboard.press("Escape")
    settle(page)
    filtered, address = rows.count(), page.url
    assert 0 < filtered < every and "reason=" in address
    rows.locator("button").first.click()
    page.wait_for_selector(".pane .sheet")
    settle(page)
    page.go_back()
    page.locator(".st-key-queue-reason").wait_for()
    settle(page)
    assert (page.url, rows.count()) == (address, filtered)
    page.go_back()
    settle(page)
    assert rows.count() == every


def test_words_of_a_pep_are_never_taken_for_code(visit: Visit, asked: Asked, tmp_path: Path) -> None:
    attack = tmp_path / "attack.docx"
    document = Document(str(GOLD / "a1-03.docx"))
    said = "I said <script>window.harmed = 1</script> and <img src=x onerror='window.harmed = 1'> to my teacher."
    for paragraph in [*document.paragraphs, *(p for t in document.tables for c in t._cells for p in c.paragraphs)]:
        if len(paragraph.text) > 40:
            paragraph.add_run(f" {said} ![p](http://example.com/p.png) [link](javascript:window.harmed=1)")
    document.save(str(attack))
    page = visit("/?page=add")
    upload(page, attack)
    page.locator("[class*='st-key-go-'] button").click()
    page.wait_for_selector(".pane .sheet")
    rated = sections(page)
    assert rated
    for section in rated[::2]:
        at(page, f"card-{section}", "summary")
        for quote in page.locator(f".st-key-card-{section} [class*='st-key-quote-'] button").all()[:2]:
            quote.click()
            settle(page)
    assert page.locator(".pane").get_by_text("<script>window.harmed = 1</script>").count() > 0
    assert page.evaluate("window.harmed") is None
    assert page.locator(".pane script, .pane img").count() == 0
    assert not [url for url in asked if "example.com" in url]


def test_by_keyboard_alone(visit: Visit) -> None:
    page = visit("/?page=add")
    page.get_by_role("button", name="Try with a fictional PEP").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".pane .sheet")
    settle(page)
    page.locator(f".st-key-card-{sections(page)[0]} summary").focus()
    page.keyboard.press("Enter")
    settle(page)
    page.locator("[class*='st-key-quote-'] button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.chosen")
    page.wait_for_function(IN_VIEW, arg="")
    settle(page)
    assert "“" in page.evaluate("document.activeElement.innerText"), "the choice must not take the focus away"
    page.get_by_role("button", name="Next highlight").focus()
    for _ in range(5):
        page.keyboard.press("Enter")
        page.wait_for_timeout(60)
        page.wait_for_function(IN_VIEW, arg="")
    chip = page.locator(".legend button").first
    chip.focus()
    page.keyboard.press("Space")
    assert page.locator(".legend button").first.get_attribute("aria-pressed") == "false"


def test_what_opens_over_the_page_is_reached_by_tab_and_a_folded_menu_is_no_stop(visit: Visit) -> None:
    page = visit("/?page=add")
    press(page, "Try with a fictional PEP")
    page.wait_for_selector(".pane .sheet")
    settle(page)
    for _ in range(4):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('[data-testid=stSidebar]')")
    page.get_by_role("button", name="Download").focus()
    page.keyboard.press("Enter")
    page.locator("[data-testid=stPopoverBody]").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Word letter for the school"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".docx")
