/// What the preview adds to pages in the browser.
enum PreviewScript {
  /// Loads the page anew when there is another edition, at the place where it was read, and shows what is wrong over it.
  static let script = """
    (function () {
      "use strict";
      var own = document.currentScript.getAttribute("data-edition");
      var key = "preview.scroll";

      // 浏览器自己恢复的位置在图片、字体载入以前算出，所以再滚一次。
      function restore() {
        var saved = null;
        try { saved = JSON.parse(sessionStorage.getItem(key)); sessionStorage.removeItem(key); } catch (error) { /* 不记忆 */ }
        if (saved && saved.path === location.pathname) { scrollTo(saved.x, saved.y); }
      }
      if (document.readyState === "complete") { restore(); } else { addEventListener("load", restore); }

      function reload() {
        try {
          sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
        } catch (error) { /* 不记忆 */ }
        location.reload();
      }

      function show(problems) {
        var old = document.getElementById("preview-problems");
        if (old) { old.remove(); }
        if (!problems.length) { return; }
        var box = document.createElement("section"), title = document.createElement("h2");
        box.id = "preview-problems";
        box.setAttribute("role", "alert");
        title.textContent = "没有生成：有 " + problems.length + " 处错误，改好并保存以后会自动更新";
        box.append(title);
        problems.forEach(function (problem) {
          var lines = document.createElement("pre");
          lines.textContent = problem;
          box.append(lines);
        });
        document.body.append(box);
      }

      var events = new EventSource("/.mingce/events");
      events.addEventListener("edition", function (event) {
        var edition = "", problems = [];
        event.data.split("\\n").forEach(function (line) {
          var parts = /^(\\w+) (.*)$/.exec(line);
          if (parts && parts[1] === "edition") { edition = parts[2]; }
          if (parts && parts[1] === "problem") { problems.push(decodeURIComponent(parts[2])); }
        });
        if (problems.length) { own = edition; show(problems); } else if (edition !== own) { reload(); }
      });
      // 预览停了又开，浏览器会自己再连，那时的版次不同，页面就会更新。
      addEventListener("pagehide", function () { events.close(); });
    })();

    """

  /// The look of what is wrong.
  static let style = """
    #preview-problems { position: fixed; inset: auto 0 0; max-height: 70vh; overflow: auto; z-index: 100;
      padding: 1rem 1.5rem; background: #2b1313; color: #fff; border-top: 4px solid #ff6b5e;
      font: 16px/1.6 system-ui, sans-serif; }
    #preview-problems h2 { margin: 0 0 0.5rem; font-size: 1.1rem; color: #fff; border: 0; padding: 0; }
    #preview-problems pre { margin: 0 0 0.75rem; padding: 0.5rem 0.75rem; background: #170808; color: #fff;
      white-space: pre-wrap; font: 15px/1.6 ui-monospace, monospace; }

    """

  /// What is shown while there is no portal yet.
  static let emptyPage = """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <title>预览</title>
    </head>
    <body><p>这里没有页面。<a href="/">首页</a></p></body>
    </html>

    """
}
