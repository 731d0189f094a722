#!/usr/bin/env python3
"""check.py FOLDER -- reads a portal in Chromium, from disk, and tells what readers would stumble over."""
import base64
import hashlib
import subprocess
import sys
import tempfile
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

from portal import fetched, han_samples, opened, served

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}
CHAPTER = "guides/jilin-filing/04-new.html"
# The headers of tables that have two characters at most and more than one line.
PARTED_HEADERS = """Array.from(document.querySelectorAll('.prose thead th')).filter(cell => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const lines = new Set(Array.from(words.getClientRects()).map(box => Math.round(box.top)));
    return cell.textContent.length <= 2 && lines.size > 1;
  }).map(cell => cell.textContent)"""
# What a chapter says; the lines that the theme adds and the pictures of documents are not its own words.
VISIBLE_TEXT = """() => {
  const text = document.querySelector(".prose").cloneNode(true);
  text.querySelectorAll(".facts, .here-folded, .sample").forEach(part => part.remove());
  return text.textContent;
}"""


def accessibility(portal):
    """axe-core finds nothing on any kind of page, in any look, at either width, nor beside open search results."""
    axe = Axe()
    looks = [("浅色", {}, {}), ("深色", {}, {"color_scheme": "dark"}), ("高对比", {"look": "contrast"}, {}),
             ("长辈版", {"elder": "on"}, {}), ("手机", {}, PHONE)]

    def judge(page, look):
        # What WCAG asks and what axe's makers recommend beside it; experimental rules are left out.
        for violation in axe.run(page, options={"preload": False}).response["violations"]:
            places = "; ".join(str(node["target"][0]) for node in violation["nodes"][:3])
            portal.expect(False, f"axe {look} {page.url}: {violation['id']}: {violation['help']}: {places}")
        portal.expect(True, "")

    for look, stored, options in looks:
        with portal.page(stored=stored, **{**DESKTOP, **options}) as page:
            for path in portal.page_kinds():
                page.goto(portal.address(path))
                judge(page, look)
            page.goto(portal.address("search.html?q=续签备案"))
            page.wait_for_selector("#results .hit")
            judge(page, look)
            page.goto(portal.address(CHAPTER))
            page.locator("#query").fill("证明书")
            page.wait_for_selector("#found .hit")
            page.keyboard.press("ArrowDown")
            judge(page, look)


def search_finds_what_stands_on_pages(portal):
    """Runs of characters cut from the text that readers see find their page, wherever they were cut."""
    with portal.page("search.html") as page:
        for number, path in enumerate(portal.guide_pages()):
            with portal.page(path) as other:
                text = other.evaluate(VISIBLE_TEXT)
            for sample in han_samples(text, 4, seed=number):
                found = page.evaluate("query => mingceSearch.find(query, 10000)", sample)
                portal.expect(path in found, f"搜索“{sample}”找不到 {path}，找到 {found[:5]}")
        for query, path in [("ＸＩＡＯ", None), ("续订 批量", "guides/jilin-filing/07-batch-new.html"),
                            ("册", "guides/jilin-filing/10-rosters.html"), ("没有这样的词语组合", None),
                            ("发工资日期，", CHAPTER), ("１８位", CHAPTER), ("excel", "guides/shanxi-packages/01-start.html")]:
            found = page.evaluate("query => mingceSearch.find(query, 10000)", query)
            portal.expect(path in found if path else not found, f"搜索“{query}”得到 {found[:5]}，应为 {path}")
        forms = page.evaluate("query => mingceSearch.find(query, 10000)", "统一社会信用代码")
        cards = [path for path in forms if path.startswith("forms.html#")]
        portal.expect(cards, "按栏目名找不到表单")
    with portal.page("forms.html") as page:
        for path in cards:
            card = page.evaluate("hash => document.getElementById(decodeURIComponent(hash))?.querySelectorAll('a').length",
                                 path.split("#")[1])
            portal.expect(card, f"{path} 不是一张有文件的表单卡片")


def folding_at_one_go(portal):
    """A text folded at one go is the same as folded character by character, whatever stands beside what."""
    with portal.page("search.html") as page:
        wrong = page.evaluate("""() => {
          const ranges = [[0, 0x7f], [0x300, 0x345], [0x2000, 0x2fff], [0x3000, 0x30ff], [0x4e00, 0x4fff], [0x9f00, 0x9fff],
                          [0xff00, 0xffef]];
          const all = ranges.flatMap(([low, high]) => Array.from({length: high - low + 1}, (_, i) => low + i));
          let seed = 1;
          const next = () => all[(seed = seed * 48271 % 2147483647) % all.length];
          const texts = all.map(code => String.fromCharCode(code));
          for (let i = 0; i < 20000; i++) { texts.push(String.fromCharCode(next(), next(), next())); }
          return texts.filter(text => { const [one, other] = mingceSearch.folded(text); return one !== other; });
        }""")
        portal.expect(not wrong, f"整段折叠和逐字折叠不一样：{wrong[:5]}")


def search_fetches_little(portal):
    """A page takes nothing of the index, and a first search at most 100 KB of it."""
    with portal.page() as page:
        sizes = fetched(page)
        page.goto(portal.address(CHAPTER))
        portal.expect(not any("/search/" in path for path in sizes), "没有搜索就载入了索引")
        page.locator("#query").fill("解除终止劳动合同证明书")
        page.wait_for_selector("#found .hit")
        total = sum(size for path, size in sizes.items() if "/search/" in path)
        portal.expect(0 < total <= 100_000, f"第一次搜索载入了 {total} 字节")


def synonyms_find_each_other(portal):
    """A word finds what stands under another of the same meaning, and what it stands for is marked."""
    with portal.page("search.html") as page:
        one, other = (set(page.evaluate("query => mingceSearch.find(query, 10000)", query))
                      for query in ["续签备案", "续订备案"])
        portal.expect(one and one == other, f"续签、续订找到的不一样：{sorted(one ^ other)[:5]}")
    with portal.page("search.html?q=停保", **DESKTOP) as page:
        page.wait_for_selector("#results mark")
        marked = {mark.inner_text() for mark in page.locator("#results mark").all()}
        portal.expect(marked & {"减员", "暂停参保"}, f"没有标出同义词：{marked}")
    with portal.page("search.html?q=续签", **DESKTOP) as page:
        page.wait_for_selector("#results mark")
        first = page.locator("#results .hit").first.inner_text()
        portal.expect("续签" in first, f"同义词排在读者写的词前面：{first}")


def words_are_marked_on_arrival(portal):
    """The page that a result leads to marks the words, across emphasis and links, until Escape; nothing else changes."""
    with portal.page("search.html?q=发工资日期", **DESKTOP) as page:
        page.wait_for_selector("#results .hit")
        page.locator("#results .hit").first.click()
        page.wait_for_selector(".prose mark")
        portal.expect("hl=" in page.url, "网址里没有搜到的词")
        portal.expect(page.locator(".prose mark").first.inner_text() == "发工资日期", "标错了词")
    with portal.page(CHAPTER, **DESKTOP) as page:
        plain = page.evaluate(VISIBLE_TEXT)
        portal.expect(page.locator(".prose mark").count() == 0, "没有搜索也标了词")
        page.goto(portal.address(CHAPTER + "?hl=" + "%E5%A4%87%E6%A1%88"))
        page.wait_for_selector(".prose mark")
        portal.expect(page.evaluate(VISIBLE_TEXT) == plain, "标词改动了文字")
        portal.expect(page.evaluate("scrollY") > 0 or page.locator("mark").first.is_visible(), "没有滚到标出的词")
        page.keyboard.press("Escape")
        portal.expect(page.locator(".prose mark").count() == 0, "Esc 没有去掉标记")
        portal.expect(page.evaluate(VISIBLE_TEXT) == plain, "去掉标记改动了文字")


def search_by_keyboard(portal):
    """Slash calls the box, arrows choose, Enter opens the chosen section, Escape leaves; matches are marked."""
    with portal.page(CHAPTER, **DESKTOP) as page:
        page.keyboard.press("/")
        portal.expect(page.evaluate("document.activeElement.id") == "query", "按 / 没有到搜索框")
        page.keyboard.type("证明书")
        page.wait_for_selector("#found .hit")
        portal.expect(page.locator("#query").input_value() == "证明书", "斜线进了搜索框")
        # What shorter words have found may still stand there when the last key has come.
        portal.eventually(page, "document.querySelector('#found mark')?.textContent === '证明书'", "匹配处没有标出")
        page.wait_for_selector("#search-status:has-text(' 处')")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        chosen = page.locator("#found [aria-selected=true]")
        portal.expect(chosen.count() == 1, "上下键没有选中一条")
        portal.expect(page.locator("#query").get_attribute("aria-activedescendant") == chosen.get_attribute("id"),
                      "选中的一条没有告诉读屏软件")
        target = chosen.evaluate("link => link.href")
        page.keyboard.press("Escape")
        portal.expect(page.locator("#found").is_hidden(), "Esc 没有收起结果")
        page.keyboard.press("ArrowDown")
        page.wait_for_selector("#found .hit")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(target)
        page.goto(portal.address(CHAPTER))
        page.keyboard.press("Control+k")
        page.keyboard.type("续签")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=*")
        page.wait_for_selector("#results .hit")
        portal.expect(page.locator("#query").input_value() == "续签", "搜索页没有接着查")


def search_is_kept_by_its_address(portal):
    """What was typed on the search page and how much of it was shown are there again on the way back."""
    with portal.page("search.html?q=证明书", **DESKTOP) as page:
        page.wait_for_selector("#results .hit")
        page.locator("#query").fill("审核")
        page.wait_for_selector("#results mark:has-text('审核')")
        page.locator("#more").click()
        page.wait_for_selector("#results li:nth-child(11)")
        page.wait_for_selector("#search-status:has-text(' 处')")
        shown = page.locator("#results .hit").count()
        page.locator("#results .hit").last.click()
        page.wait_for_url("**?hl=*")
        page.go_back()
        page.wait_for_selector("#results .hit")
        portal.expect(page.locator("#query").input_value() == "审核", "返回搜索页以后不是刚才的词")
        portal.eventually(page, f"document.querySelectorAll('#results .hit').length === {shown}", "返回以后结果少了")


def search_beside_an_input_method(portal):
    """Half-typed pinyin is not searched, and the Enter that ends it opens nothing."""
    with portal.page(CHAPTER, **DESKTOP) as page:
        page.locator("#query").focus()
        keyboard = page.context.new_cdp_session(page)
        keyboard.send("Input.imeSetComposition", {"text": "xu qian", "selectionStart": 7, "selectionEnd": 7})
        page.wait_for_timeout(200)
        portal.expect(page.locator("#search-status").inner_text() == "", "拼音没有选定就查找了")
        page.evaluate("""document.getElementById("query").dispatchEvent(
            new KeyboardEvent("keydown", {key: "Enter", keyCode: 229, isComposing: true, bubbles: true}))""")
        portal.expect(page.url.endswith("04-new.html"), "选字的回车打开了页面")
        keyboard.send("Input.insertText", {"text": "续签"})
        page.wait_for_selector("#found .hit")
        portal.expect(page.locator("#query").input_value() == "续签", "选定的字没有进搜索框")


def reading_without_scripts(portal):
    """Without scripts everything can be read and reached, and nothing is shown that would do nothing."""
    with portal.page(CHAPTER, java_script_enabled=False, **DESKTOP) as page:
        portal.expect(page.locator("h1").inner_text().endswith("新签备案"), "没有标题")
        portal.expect(not page.locator("[data-switch]").first.is_visible(), "没有脚本时还有无用的按钮")
        page.locator(".turn .next").click()
        page.wait_for_url("**/05-renewal.html")
        page.locator("#query").fill("续签")
        page.locator("#query").press("Enter")
        page.wait_for_url("**/search.html?q=*")
        portal.expect(page.locator(".index li").count() > 300, "目录页没有列全")
        portal.expect(page.locator("noscript").first.is_visible(), "没有说明为什么不能搜索")


def narrow_screens(portal):
    """At 320 px, which is 1280 px enlarged four times, no page scrolls sideways; fingers hit what they aim at."""
    with portal.page(viewport={"width": 320, "height": 640}) as page:
        for path in portal.guide_pages() + portal.page_kinds():
            page.goto(portal.address(path))
            width = page.evaluate("document.documentElement.scrollWidth")
            portal.expect(width <= 320, f"{path} 宽 {width} 像素，要横向滚动")
            parted = page.evaluate(PARTED_HEADERS)
            portal.expect(not parted, f"{path} 两个字的栏目名分成两行：{parted[:3]}")
    small = """() => Array.from(document.querySelectorAll("a, button, summary, input")).filter(e => {
        const box = e.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && getComputedStyle(e).display !== "inline"
          && (box.height < LIMIT - 0.5 || box.width < LIMIT - 0.5);
      }).map(e => e.outerHTML.slice(0, 80))"""
    for options, stored, limit in [(PHONE, {}, 44), (DESKTOP, {"elder": "on"}, 60)]:
        with portal.page(stored=stored, **options) as page:
            for path in portal.page_kinds():
                page.goto(portal.address(path))
                if options is PHONE:
                    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                scope = small if not stored else small.replace("a, button, summary, input", "button, summary, input, .turn a, .button")
                found = page.evaluate(scope.replace("LIMIT", str(limit)))
                portal.expect(not found, f"{path} 有小于 {limit} 像素的按钮或链接：{found[:3]}")


def reading_switches(portal):
    """The switches work, say their state, and are remembered on the next page."""
    with portal.page(CHAPTER, **DESKTOP) as page:
        root = page.locator("html")
        figure = "document.querySelector('.drawing svg').getBoundingClientRect().width / parseFloat(getComputedStyle(document.body).fontSize)"
        proportion = page.evaluate(figure)
        page.locator("[data-switch=dark]").click()
        portal.expect(root.get_attribute("data-look") == "dark", "深色没有打开")
        portal.expect(page.locator("[data-switch=dark]").get_attribute("aria-pressed") == "true", "深色没有标明")
        # A click comes back while the next page is still on its way; the switches are asked once it is there.
        with page.expect_navigation():
            page.locator(".turn .next").click()
        portal.expect(root.get_attribute("data-look") == "dark", "下一页忘了深色")
        page.locator("[data-switch=contrast]").click()
        portal.expect(root.get_attribute("data-look") == "contrast", "高对比没有打开")
        page.locator("[data-switch=contrast]").click()
        portal.expect(root.get_attribute("data-look") is None, "高对比关不掉")
        page.locator("[data-switch=size]").click()
        portal.expect(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 21, "字没有变大")
        page.locator("[data-switch=elder]").click()
        portal.expect(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 30, "长辈版的字不够大")
        portal.expect(abs(page.evaluate(figure) - proportion) < 0.1, "长辈版的图没有和字一起变大")
        portal.expect(not page.locator(".here").is_visible() and not page.locator(".tree").is_visible(), "长辈版不是单栏")
        page.reload()
        portal.expect(root.get_attribute("data-elder") == "on", "重新打开后忘了长辈版")


def keyboard_alone(portal):
    """The first Tab reaches the way past the navigation, every stop shows where it is."""
    with portal.page(CHAPTER, **DESKTOP) as page:
        page.keyboard.press("Tab")
        portal.expect(page.evaluate("document.activeElement.className") == "skip", "第一站不是“跳到正文”")
        page.keyboard.press("Enter")
        portal.eventually(page, "document.activeElement.id === 'content'", "没有跳到正文")
        page.reload()
        seen = set()
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            stop = page.evaluate("""() => { const e = document.activeElement, s = getComputedStyle(e);
                return [e.outerHTML.slice(0, 90), s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2]; }""")
            portal.expect(stop[1], f"焦点看不见：{stop[0]}")
            seen.add(stop[0])
        portal.expect(len(seen) > 40, "Tab 走不完页面")


def current_section(portal):
    """The contents of the page mark the section that is being read."""
    with portal.page(CHAPTER, **DESKTOP) as page:
        current = page.locator(".here a[aria-current]")
        portal.expect(current.inner_text().startswith("4.1"), "没有标出第一节")
        page.locator(".here a", has_text="4.3").click()
        page.wait_for_selector(".here a[aria-current]:has-text('4.3')")
        portal.expect(current.count() == 1, "标出了几节")


def printing(portal):
    """A page is printed whole, on white, without what only a screen has."""
    with portal.page(CHAPTER, stored={"look": "dark", "elder": "on"}, **DESKTOP) as page, \
            tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        page.pdf(path=file.name, format="A4", print_background=True)
        text = subprocess.run(["pdftotext", "-layout", file.name, "-"], capture_output=True, text=True).stdout
        for wanted in ["新签备案", "办理步骤", "发工资日期", "再次入职怎么办"]:
            portal.expect(wanted in text, f"打印稿缺少“{wanted}”")
        for unwanted in ["其他指南", "本页内容", "跳到正文", "长辈版", "下一节"]:
            portal.expect(unwanted not in text, f"打印稿里有“{unwanted}”")
        page.emulate_media(media="print")
        ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        portal.expect(ground == "rgb(255, 255, 255)", f"深色时打印的底色是 {ground}")
    with portal.page("index.html", **DESKTOP) as page, tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        page.pdf(path=file.name, format="A4")
        text = subprocess.run(["pdftotext", "-layout", file.name, "-"], capture_output=True, text=True).stdout
        samples = page.locator(".papers .formats a", has_text="网页").count()
        portal.expect(0 < samples == text.count("网页"), f"首页折叠的样张没有印全：{samples} 种")


def content_security(portal):
    """The policy of every page forbids what the portal does not need; nothing of the portal breaks it."""
    policy = ("default-src 'none'; script-src 'self'; style-src 'self'{}; img-src 'self' data:; font-src 'self'")
    with portal.page() as page:
        for path in portal.guide_pages() + portal.page_kinds():
            page.goto(portal.address(path))
            styles = page.locator("style").all_text_contents()
            portal.expect(len(styles) == (path == "404.html"), f"{path} 里有 {len(styles)} 份样式")
            hashes = [base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles]
            meta = page.locator("meta[http-equiv='Content-Security-Policy']")
            wanted = policy.format("".join(f" 'sha256-{digest}'" for digest in hashes))
            portal.expect(meta.count() == 1 and meta.get_attribute("content") == wanted, f"{path} 的安全策略不对")


def wrong_addresses(portal):
    """The 404 page has its styles from disk and, below the folder of its address, at any depth; there its ways lead back."""
    def judge(page):
        looks = page.evaluate("""() => ["position", "backgroundColor"].map((name, place) =>
            getComputedStyle(document.querySelectorAll(".skip, main .button")[place])[name])""")
        portal.expect(looks[0] == "absolute" and looks[1] != "rgba(0, 0, 0, 0)", f"{page.url} 没有样式：{looks}")

    with portal.page("404.html", misses_files=True) as page:
        judge(page)
    with served(portal.folder, "/yg/") as address, portal.page(misses_files=True) as page:
        for path in ["gone.html", "guides/gone/01.html", "a/b/c/d.html"]:
            for way, kind in [("main .button", "home"), ("main .plain a", "guide"), (".brand", "home")]:
                page.goto(address + path)
                judge(page)
                with page.expect_navigation():
                    page.locator(way).first.click()
                found = page.evaluate("document.body.className")
                portal.expect(found == f"at-{kind}", f"{path} 的 {way} 到了 {page.url}（{found}）")
            portal.expect(page.locator(".settings").is_visible(), f"{path} 的首页没有脚本")


def moved_pages(portal):
    """The old address of a chapter leads to its new one: by script with its anchor, and without scripts as well."""
    moved = portal.moved_pages()
    portal.expect(moved, "没有换了网址的一章")
    for path, target in moved:
        new = portal.address(path).rsplit("/", 1)[0] + "/" + target
        for scripts, anchor in [(True, "#办理"), (False, "")]:
            with portal.page(java_script_enabled=scripts) as page:
                page.goto(portal.address(path + anchor), wait_until="commit")
                try:
                    page.wait_for_url(new + urllib.parse.quote(anchor, safe="#"), wait_until="commit")
                except TimeoutError:
                    portal.expect(False, f"{path}（{'有' if scripts else '没有'}脚本）停在 {page.url}")
                page.wait_for_load_state()
                portal.expect(page.locator("#content h1").count() == 1, f"{path} 没有到达 {target}")


# What only a portal can be asked that has chapters which have moved, or an address below /yg/.
ON_REQUEST = [moved_pages, wrong_addresses]
CHECKS = [accessibility, search_finds_what_stands_on_pages, folding_at_one_go, search_fetches_little,
          synonyms_find_each_other,
          words_are_marked_on_arrival, search_by_keyboard, search_is_kept_by_its_address,
          search_beside_an_input_method, reading_without_scripts, narrow_screens, reading_switches, keyboard_alone,
          current_section, printing, content_security]


def main():
    wanted = sys.argv[2:]
    with opened(sys.argv[1]) as portal:
        for check in CHECKS + ON_REQUEST:
            if check.__name__ in wanted or not wanted and check not in ON_REQUEST:
                check(portal)
    for complaint in portal.complaints:
        print(complaint)
    print(f"{portal.checks} checks, {len(portal.complaints)} complaints")
    sys.exit(1 if portal.complaints or not portal.checks else 0)


main()
