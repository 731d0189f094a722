// 字号、高对比、深色与打印：没有脚本时按系统偏好显示，这些按钮不出现。
(function () {
  "use strict";
  var root = document.documentElement;
  var sizes = ["base", "large", "largest"];
  var names = { base: "标准", large: "大", largest: "特大" };

  function stored(key) {
    try { return localStorage.getItem("reading." + key); } catch (error) { return null; }
  }
  function store(key, value) {
    try { localStorage.setItem("reading." + key, value); } catch (error) { /* 无痕浏览时不记忆 */ }
  }
  function apply(size, look) {
    if (size) { root.setAttribute("data-size", size); }
    if (look) { root.setAttribute("data-look", look); } else { root.removeAttribute("data-look"); }
  }
  apply(stored("size"), stored("look"));

  document.addEventListener("DOMContentLoaded", function () {
    var buttons = {};
    document.querySelectorAll("[data-switch]").forEach(function (button) {
      buttons[button.getAttribute("data-switch")] = button;
      button.hidden = false;
    });
    document.querySelectorAll(".switches").forEach(function (group) { group.hidden = false; });

    function dark() {
      var look = root.getAttribute("data-look");
      return look ? look === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    }
    function show() {
      var look = root.getAttribute("data-look");
      buttons.size.textContent = "字号 " + names[root.getAttribute("data-size") || "base"];
      buttons.contrast.setAttribute("aria-pressed", String(look === "contrast"));
      buttons.dark.setAttribute("aria-pressed", String(dark()));
    }
    function choose(look) {
      apply(null, look);
      store("look", look || "");
      show();
    }
    buttons.size.addEventListener("click", function () {
      var now = sizes.indexOf(root.getAttribute("data-size") || "base");
      var next = sizes[(now + 1) % sizes.length];
      root.setAttribute("data-size", next);
      store("size", next);
      show();
    });
    buttons.contrast.addEventListener("click", function () {
      choose(root.getAttribute("data-look") === "contrast" ? "" : "contrast");
    });
    buttons.dark.addEventListener("click", function () { choose(dark() ? "light" : "dark"); });
    if (buttons.print) { buttons.print.addEventListener("click", function () { window.print(); }); }
    show();
  });
})();
