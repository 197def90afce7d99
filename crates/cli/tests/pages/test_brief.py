"""Pages of `tidings brief` in a real browser: on a phone, in the dark, on paper, and as a screen reader takes them."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[4]
ATTACK = """<script>alert(1)</script> Kenya attacks Somalia <img src=x onerror=alert(1)>

NAIROBI — Kenya attacked the <svg onload=alert(1)> town on Monday, the "><iframe src=//example.org> ministry said. Somalia \
may expel </blockquote></main><style>*{display:none}</style> Kenyan envoys, {{7*7}} officials said. """ + "Kenya" * 60 + """ \
denied that its army had attacked Somalia.
"""
SCREENS = {
    "phone": {"viewport": {"width": 390, "height": 844}},
    "small phone, dark": {"viewport": {"width": 320, "height": 600}, "color_scheme": "dark"},
    "desk": {"viewport": {"width": 1280, "height": 900}},
}
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => !e.closest('.skip, .scroll') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    (folder / "attack.txt").write_text(ATTACK)
    inputs = {"examples": [str(ROOT / "examples")], "border": [str(ROOT / "examples/border.txt")], "attack": ["attack.txt"]}
    for name, paths in inputs.items():
        subprocess.run([os.environ["TIDINGS"], "brief", *paths, "-o", f"{name}.html"], cwd=folder, check=True)
    return {name: (folder / f"{name}.html").as_uri() for name in inputs}


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("name", ["examples", "border", "attack"])
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_overflows_runs_or_is_asked_for(browser, pages, name, screen):
    page = browser.new_context(**SCREENS[screen]).new_page()
    told, asked = [], []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages[name])
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate(TOO_WIDE) == []
    assert (told, asked) == ([], [pages[name]])
    assert page.locator("h2").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(browser, pages, scheme):
    page = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 844}).new_page()
    page.goto(pages["border"])
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    faults = Axe().run(page).response["violations"]
    assert not faults, json.dumps([(fault["id"], fault["help"], fault["nodes"][0]["html"]) for fault in faults], indent=1)


def test_the_sheet_holds_the_page(browser, pages):
    page = browser.new_context(viewport={"width": 680, "height": 960}).new_page()
    page.emulate_media(media="print")
    page.goto(pages["examples"])
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_dot_leads_to_its_statement(browser, pages):
    page = browser.new_page()
    page.goto(pages["border"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#told"
    dot = page.locator(".timeline a").first
    dot.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == dot.get_attribute("href")
    assert page.locator(":target").evaluate("each => each.tagName") == "ARTICLE"
