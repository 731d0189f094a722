"""Opens a portal from disk in Chromium and gathers what goes wrong there."""
import functools
import http.server
import os
import random
import re
import threading
import urllib.parse
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
# How long to wait for what must come. No promise of speed: a machine that runs all tests at once may be very slow.
PATIENCE = 180_000  # milliseconds


class Portal:
    """A built portal, the browser that reads it, and the complaints so far."""

    def __init__(self, folder, browser):
        self.folder = Path(folder).resolve()
        self.browser = browser
        self.complaints = []
        self.checks = 0

    def expect(self, holds, complaint):
        """Counts a check, and keeps `complaint` when it does not hold."""
        self.checks += 1
        if not holds:
            self.complaints.append(complaint)

    def eventually(self, page, condition, complaint):
        """Counts a check that holds as soon as the JavaScript `condition` does on `page`, at once or a little later.

        It is asked from here: the policy of our pages forbids them to evaluate text, as waiting in the page would.
        """
        for _ in range(PATIENCE // 50):
            if page.evaluate(condition):
                break
            page.wait_for_timeout(50)
        self.expect(page.evaluate(condition), complaint)

    def address(self, path):
        """The file: address of `path`, which may have a query or a fragment."""
        return self.folder.as_uri() + "/" + path

    @contextmanager
    def page(self, path=None, stored=None, misses_files=False, **options):
        """A new page in a profile of its own; whatever it complains of on its console is kept.

        `stored` is what the reading switches remember, by name. A page that `misses_files` may complain of those.
        """
        context = self.browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        for name, value in (stored or {}).items():
            context.add_init_script(f"localStorage.setItem('reading.{name}', '{value}')")
        page = context.new_page()
        page.on("console", lambda message: message.type in ("error", "warning")
                and not (misses_files and message.text.startswith("Failed to load resource"))
                and self.complaints.append(f"{page.url}: console: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        if path is not None:
            page.goto(self.address(path))
        yield page
        context.close()

    def guide_pages(self):
        """The paths of all chapters, sorted."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.glob("guides/*/*.html")
                      if path.name != "index.html")

    def moved_pages(self):
        """The paths of chapters' old addresses, each with the reference to where it leads."""
        texts = [(path, (self.folder / path).read_text("utf-8")) for path in self.guide_pages()]
        found = [(path, re.search('data-moved="([^"]*)"', text)) for path, text in texts]
        return [(path, match[1]) for path, match in found if match]

    def page_kinds(self):
        """One page of each kind: home, guide, chapters with figures, tables and questions, forms, search, wrong address."""
        return ["index.html", "guides/jilin-filing/index.html", "guides/jilin-filing/04-new.html",
                "guides/jilin-filing/01-overview.html", "guides/jilin-filing/12-faq.html",
                "guides/zhuzhou-rst/05-leaving.html", "guides/zhanyi-signing/13-terms.html",
                "forms.html", "search.html", "404.html"]


@contextmanager
def opened(folder):
    """The portal in `folder`, in a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=PATIENCE)
        yield Portal(folder, browser)
        browser.close()


@contextmanager
def served(folder, below):
    """The address of a server that has `folder` below the path `below`, and answers wrong addresses with its 404 page."""
    class Answer(http.server.SimpleHTTPRequestHandler):
        def send_head(self):
            if not self.path.startswith(below):
                return self.send_error(404)
            self.path = self.path[len(below) - 1:]
            return super().send_head()

        def send_error(self, code, *_):
            page = (folder / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Answer, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{below}"
        server.shutdown()


def fetched(page):
    """Gathers the sizes of the files that `page` asks for from now on, by path."""
    sizes = {}

    def note(request):
        path = urllib.parse.unquote(urllib.parse.urlparse(request.url).path)
        if request.url.startswith("file:") and os.path.exists(path):
            sizes[path] = os.path.getsize(path)
    page.on("request", note)
    return sizes


def han_samples(text, count, seed):
    """Returns `count` runs of 2 to 6 Han characters cut from `text` at seeded places."""
    source = random.Random(seed)
    runs = [run for run in re.findall(r"[\u4e00-\u9fff]+", text) if len(run) >= 2]
    samples = []
    for _ in range(count if runs else 0):
        run = source.choice(runs)
        length = min(len(run), source.randint(2, 6))
        start = source.randrange(len(run) - length + 1)
        samples.append(run[start:start + length])
    return samples
