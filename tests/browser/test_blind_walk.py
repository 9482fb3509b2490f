"""A blind check in a real browser: drawn, rated by an officer, ended, and its report read."""

from __future__ import annotations

import re

from conftest import GOLD, Visit, settle
from playwright.sync_api import Page

PEP = "b2-03.docx"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()
    settle(page)


def test_from_the_sample_to_the_report(visit: Visit) -> None:
    page = visit("/?page=add")
    page.locator("input[type=file]").set_input_files(str(GOLD / PEP))
    page.get_by_text(re.compile(rf"✓ {re.escape(PEP)}")).first.wait_for(timeout=60_000)
    settle(page)
    press(page, "Proof")
    page.get_by_text("Draw a sample for a new blind check").click()
    press(page, "Draw")
    page.get_by_text("1 of 1 PEPs drawn").wait_for()

    press(page, "Blind check")
    page.locator(".st-key-blind_name input").fill("Amal Reyes")
    press(page, "Start")
    press(page, "Open")
    page.wait_for_selector(".pane .sheet")
    assert page.locator(".pane mark").count() == 0
    assert not page.locator(".bar").is_visible()
    shown = page.locator("[data-testid=stMain]").inner_text()
    assert "uggested" not in shown.split("sections to rate")[1].split("What each level asks")[0]
    page.locator(".st-key-card-B label", has_text="Below target").click()
    settle(page)
    page.locator(".st-key-card-B label", has_text="On target").click()
    settle(page)
    page.reload()
    settle(page)

    page.locator(".st-key-blind_name input").fill("Amal Reyes")  # a page loaded anew asks again who is rating
    press(page, "Start")
    press(page, "All PEPs of the check")
    press(page, "Proof")
    page.get_by_text("Amal Reyes has rated 0 of 1 PEPs").wait_for()
    press(page, "End this check")
    page.get_by_text(re.compile(r"pepinsight and Amal Reyes gave the same level [01] times? of 1")).first.wait_for()
    page.get_by_text("What this cannot prove").wait_for()
