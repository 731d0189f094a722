// 字号、配色、长辈版、打印与本页内容：没有脚本时按系统偏好显示，这些按钮不出现。
(function () {
  "use strict";
  var root = document.documentElement;
  var sizes = ["base", "large", "largest"];
  var names = { base: "标准", large: "大", largest: "特大" };

  // 改了网址的一章：连同锚点一起到新网址，脚本不能用时由页面自己转过去（不带锚点）。
  var moved = document.querySelector("link[rel=canonical][data-moved]");
  if (moved) { location.replace(moved.getAttribute("data-moved") + location.hash); }

  function stored(key) {
    try { return localStorage.getItem("reading." + key); } catch (error) { return null; }
  }
  function store(key, value) {
    try { localStorage.setItem("reading." + key, value); } catch (error) { /* 无痕浏览时不记忆 */ }
  }
  function set(name, value) {
    if (value) { root.setAttribute("data-" + name, value); } else { root.removeAttribute("data-" + name); }
  }
  // 在页面画出来以前设好，免得先闪一下浅色。
  ["size", "look", "elder"].forEach(function (name) { set(name, stored(name)); });

  document.addEventListener("DOMContentLoaded", function () {
    var buttons = {};
    document.querySelectorAll("[data-switch]").forEach(function (button) {
      buttons[button.getAttribute("data-switch")] = button;
      button.hidden = false;
    });
    var settings = document.querySelector(".settings");
    if (!settings) { return; }
    settings.hidden = false;

    function size() { return root.getAttribute("data-size") || (root.hasAttribute("data-elder") ? "largest" : "base"); }
    function isDark() {
      var look = root.getAttribute("data-look");
      return look ? look === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    }
    function show() {
      buttons.size.textContent = "字号 " + names[size()];
      buttons.contrast.setAttribute("aria-pressed", String(root.getAttribute("data-look") === "contrast"));
      buttons.dark.setAttribute("aria-pressed", String(isDark()));
      buttons.elder.setAttribute("aria-pressed", String(root.hasAttribute("data-elder")));
    }
    function choose(name, value) {
      set(name, value);
      store(name, value);
      show();
    }
    function on(name, action) {
      if (buttons[name]) { buttons[name].addEventListener("click", action); }
    }
    on("size", function () { choose("size", sizes[(sizes.indexOf(size()) + 1) % sizes.length]); });
    on("contrast", function () { choose("look", root.getAttribute("data-look") === "contrast" ? "" : "contrast"); });
    on("dark", function () { choose("look", isDark() ? "light" : "dark"); });
    on("elder", function () {
      choose("size", "");
      choose("elder", root.hasAttribute("data-elder") ? "" : "on");
    });
    on("print", function () { window.print(); });
    on("settings", function () {
      var isOpen = document.getElementById("switches").classList.toggle("open");
      buttons.settings.setAttribute("aria-expanded", String(isOpen));
    });
    show();
    speak(buttons.speak);
    followHeadings();
    closeNotes();
    keepInView(document.querySelector(".tree [aria-current]"));
  });

  // 朗读是系统的功能，没有就不出现。
  function speak(button) {
    if (!button) { return; }
    var speech = window.speechSynthesis;
    button.hidden = !speech;
    button.addEventListener("click", function () {
      if (speech.speaking) { speech.cancel(); return; }
      document.querySelectorAll(".prose p, .prose li, .prose h2, .prose h3").forEach(function (part) {
        var words = new SpeechSynthesisUtterance(part.textContent);
        words.lang = root.lang;
        speech.speak(words);
      });
    });
  }

  // 名词的解释遮住正文时，按 Esc 收起，指针移开以后再指仍会出现。
  function closeNotes() {
    addEventListener("keydown", function (event) {
      if (event.key === "Escape") { set("notes", "closed"); }
    });
    addEventListener("pointermove", function (event) {
      if (!event.target.closest || !event.target.closest(".term")) { set("notes", ""); }
    }, { passive: true });
    addEventListener("focusin", function () { set("notes", ""); });
  }

  // 本页内容里标出读到的一节：最后一个已经到页眉下面的标题。
  function followHeadings() {
    var links = Array.from(document.querySelectorAll(".here a"));
    var headings = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
    var isWaiting = false;
    function follow() {
      isWaiting = false;
      var current = -1;
      headings.forEach(function (heading, i) {
        if (heading && heading.getBoundingClientRect().top < innerHeight / 3) { current = i; }
      });
      links.forEach(function (link, i) {
        if (i === Math.max(current, 0)) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
      });
      keepInView(links[current]);
    }
    if (!links.length) { return; }
    addEventListener("scroll", function () {
      if (!isWaiting) { isWaiting = true; requestAnimationFrame(follow); }
    }, { passive: true });
    follow();
  }
  // 只滚动目录自己，不动正文。
  function keepInView(link) {
    var box = link && link.closest(".tree, .here");
    if (!box) { return; }
    var outer = box.getBoundingClientRect(), inner = link.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom) { box.scrollTop += inner.top - outer.top - outer.height / 2; }
  }
})();
