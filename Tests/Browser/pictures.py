"""Takes the pictures of the portal that the README shows: `pictures.py PORTAL FOLDER`."""
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from portal import CHROMIUM

VIEWS = {
    "portal-home": ("index.html", {"width": 1280, "height": 860}),
    "portal-phone": ("guides/jilin-filing/04-new.html", {"width": 390, "height": 780}),
}


def main(portal, folder):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for name, (path, size) in VIEWS.items():
            page = browser.new_page(viewport=size)
            page.goto(f"{Path(portal).resolve().as_uri()}/{path}")
            page.screenshot(path=f"{folder}/{name}.png")
            page.close()
        browser.close()


main(*sys.argv[1:])
