// 搜索：按字比较，不分词。离线打开的页面只能载入脚本，索引因此分成小脚本，用到哪份载入哪份。
// 索引的写法见 Sources/Writing/Searching。
(function () {
  "use strict";
  var root = document.currentScript.src.replace(/assets\/search\.js.*$/, "");

  // 一、折叠：只留字母、数字和汉字，小写，全角变半角；at[i] 是折叠后第 i 个字在原文的位置。
  var unit = {};
  function foldCharacter(character) {
    if (!(character in unit)) {
      unit[character] = character.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    }
    return unit[character];
  }
  function fold(text) {
    var folded = "", at = [], place = 0;
    for (var character of text) {
      var letters = foldCharacter(character);
      for (var i = 0; i < letters.length; i++) { at.push(place); }
      folded += letters;
      place += character.length;
    }
    at.push(place);
    return { text: folded, at: at };
  }
  // 只要文字、不要位置时，这些常用的字可以整段折叠：它们不和前后的字合成别的字，结果与逐字折叠的一样。
  var apart = /^[\x00-\x7f\u2010-\u2026\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/;
  function foldedText(text) {
    if (!apart.test(text)) { return fold(text).text; }
    return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  }

  // 二、载入：每份脚本只载入一次。
  var waiting = {}, pending = {}, edition = "", synonyms = [];
  function load(name) {
    if (!pending[name]) {
      pending[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        waiting[name] = resolve;
        script.src = root + "search/" + name + ".js" + (edition && "?" + edition);
        script.onerror = function () { delete pending[name]; reject(new Error(name)); };
        document.head.appendChild(script);
      });
    }
    return pending[name];
  }
  window.mingceSearch = {
    directory: function (stamp, firsts, groups) { edition = stamp; synonyms = groups; waiting.directory(firsts); },
    pairs: function (number, lists) { waiting["pairs/" + number](lists); },
    page: function (number, page) {
      waiting["pages/" + number]({
        path: page[0], title: page[1], place: page[2],
        parts: page[3].map(function (part) { return { anchor: part[0], title: part[1], text: part[2] }; })
      });
    },
    // 给测试用：逐字折叠和整段折叠的结果。
    folded: function (text) { return [fold(text).text, foldedText(text)]; },
    // 给测试和浏览器的控制台用：找到的各页的路径。
    find: function (query, limit) {
      return search(terms(query), limit, Infinity, function () { return true; }).then(function (answer) {
        return answer.hits.map(function (hit) { return hit.page.path; });
      });
    }
  };

  // 三、索引：相邻两字 → 各页及其分量；只有一个字时取以它开头的各对。
  function pairNumber(first, second) { return first * 2097152 + second; }
  // 每页一个数，没有的页是 0，分量越大数越大：几千页的常用词也不用等。
  function pages(list) {
    var found = new Uint8Array(1024), page = -1, number = 0, scale = 1;
    for (var i = 0; i < list.length; i++) {
      var code = list.charCodeAt(i);
      if (code >= 93) { number += (code - 93) * scale; scale *= 32; continue; }
      number += (code - 48) * scale;
      page += Math.floor(number / 4);
      if (page >= found.length) {
        var longer = new Uint8Array(Math.max(page + 1, 2 * found.length));
        longer.set(found);
        found = longer;
      }
      found[page] = number % 4 + 1;
      number = 0; scale = 1;
    }
    return found;
  }
  function fileOf(pair, firsts) {
    var low = 0, high = firsts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (firsts[middle] <= pair) { low = middle + 1; } else { high = middle; }
    }
    return Math.max(0, low - 1);
  }
  function pagesOfPair(pair, firsts) {
    var number = pairNumber(pair[0].codePointAt(0), pair[1].codePointAt(0));
    return load("pairs/" + fileOf(number, firsts)).then(function (lists) {
      var list = lists[pair.join("")];
      return list ? pages(list) : new Uint8Array(0);
    });
  }
  // 一个常用字的各对可能散在多份里，取前两份就足够先看。
  function pagesOfCharacter(character, firsts) {
    var code = character.codePointAt(0);
    var first = fileOf(pairNumber(code, 0), firsts), last = fileOf(pairNumber(code + 1, 0) - 1, firsts);
    var files = [];
    for (var file = first; file <= Math.min(last, first + 1); file++) { files.push(load("pairs/" + file)); }
    return Promise.all(files).then(function (all) {
      var found = [];
      all.forEach(function (lists) {
        Object.keys(lists).forEach(function (pair) {
          if (pair.indexOf(character) === 0) { found.push(pages(lists[pair])); }
        });
      });
      return inAny(found);
    });
  }
  // 最多用四对缩小范围，其余在正文里核对，所以载入的字节不随词的长度增加。
  function chosenPairs(word, most) {
    var characters = Array.from(word), all = [];
    for (var i = 0; i + 1 < characters.length; i++) { all.push([characters[i], characters[i + 1]]); }
    if (all.length <= most) { return all; }
    return all.slice(0, most).map(function (pair, step) {
      return all[most === 1 ? 0 : Math.round(step * (all.length - 1) / (most - 1))];
    });
  }
  // 每份都有的页，分量取最小的；任一份有的页，分量取最大的。
  function inAll(lists) {
    var length = lists.length ? Math.min.apply(null, lists.map(function (list) { return list.length; })) : 0;
    var found = new Uint8Array(length).fill(255);
    lists.forEach(function (list) {
      for (var page = 0; page < length; page++) { if (list[page] < found[page]) { found[page] = list[page]; } }
    });
    return found;
  }
  function inAny(lists) {
    var found = new Uint8Array(Math.max.apply(null, [0].concat(lists.map(function (list) { return list.length; }))));
    lists.forEach(function (list) {
      for (var page = 0; page < list.length; page++) { if (list[page] > found[page]) { found[page] = list[page]; } }
    });
    return found;
  }
  // 分量相同的页，写着读者自己的说法的排在同义词前面。
  function preferred(pages, isOwn) {
    return pages.map(function (rank) { return rank && 2 * rank - (isOwn ? 0 : 1); });
  }
  function pagesOfWord(word, most, firsts) {
    if (Array.from(word).length === 1) { return pagesOfCharacter(word, firsts); }
    return Promise.all(chosenPairs(word, most).map(function (pair) { return pagesOfPair(pair, firsts); })).then(inAll);
  }
  // terms 的每一项是同一个意思的几个说法，第一个是读者写的。
  function candidates(terms, firsts) {
    if (!firsts.length) { return Promise.resolve([]); }
    var most = Math.max(1, Math.floor(4 / terms.length));
    return Promise.all(terms.slice(0, 4).map(function (words) {
      return Promise.all(words.map(function (word, i) {
        return pagesOfWord(word, i ? Math.min(most, 2) : most, firsts).then(function (pages) { return preferred(pages, !i); });
      })).then(inAny);
    })).then(inAll).then(function (pages) {
      var byRank = [];
      pages.forEach(function (rank, page) { if (rank) { (byRank[rank] = byRank[rank] || []).push(page); } });
      return [].concat.apply([], byRank.reverse().filter(Boolean));
    });
  }
  // 把词里属于一组的说法换成同组的别的说法，最多另加四个。
  function alternatives(word) {
    var all = [word];
    synonyms.forEach(function (group) {
      group.forEach(function (known) {
        if (!word.includes(known)) { return; }
        group.forEach(function (other) {
          var changed = word.split(known).join(other);
          if (!all.includes(changed) && all.length < 5) { all.push(changed); }
        });
      });
    });
    return all;
  }

  // 四、核对正文，选出最合适的一节。
  function match(page, terms) {
    if (!page.folded) {
      page.folded = foldedText(page.title + " " + page.place);
      page.parts.forEach(function (part) {
        part.foldedTitle = foldedText(part.title);
        part.foldedText = foldedText(part.text);
      });
    }
    function count(texts) {
      return terms.filter(function (words) {
        return words.some(function (word) { return texts.some(function (text) { return text.includes(word); }); });
      }).length;
    }
    var everything = [page.folded];
    page.parts.forEach(function (part) { everything.push(part.foldedTitle, part.foldedText); });
    if (count(everything) < terms.length) { return null; }
    var best = page.parts[0], most = count([page.folded]) === terms.length ? 0 : -1;
    page.parts.forEach(function (part) {
      var score = 3 * count([part.foldedTitle]) + 2 * count([part.foldedText]);
      if (score > most && score > 0) { best = part; most = score; }
    });
    return { page: page, part: best };
  }
  // 逐批载入候选的页，每批先交给 onHits 显示，够 limit 条或者看完 most 页就停。
  function search(words, limit, most, onHits) {
    var terms = [];
    return load("directory").then(function (firsts) {
      terms = words.map(alternatives);
      return candidates(terms, firsts);
    }).then(function (found) {
      var hits = [], next = 0;
      function more() {
        var isDone = hits.length >= limit || next >= Math.min(found.length, most);
        var answer = { words: terms.flat(), hits: hits.slice(0, limit), hasMore: hits.length > limit || next < found.length };
        if (!onHits(answer, isDone) || isDone) { return answer; }
        var batch = found.slice(next, next + 4);
        next += batch.length;
        return Promise.all(batch.map(function (number, i) {
          return load("pages/" + number).then(function (page) {
            var hit = match(page, terms);
            // 最前面的一条先显示，不等同一批的别的页。
            if (hit && !i && !hits.length) { onHits({ words: terms.flat(), hits: [hit], hasMore: true }, false); }
            return hit;
          });
        })).then(function (batch) {
          hits = hits.concat(batch.filter(Boolean));
          return more();
        });
      }
      return more();
    });
  }
  function terms(query) {
    return query.normalize("NFC").split(/[\s,，、;；]+/).map(function (word) { return fold(word).text; }).filter(Boolean);
  }

  // 五、显示：文字只作为文字放进页面，匹配处用 mark。
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }
  function marked(target, text, folded, words, from, to) {
    var ranges = [];
    words.forEach(function (word) {
      for (var i = folded.text.indexOf(word); i >= 0; i = folded.text.indexOf(word, i + word.length)) {
        ranges.push([folded.at[i], folded.at[i + word.length - 1] + 1]);
      }
    });
    ranges.sort(function (one, other) { return one[0] - other[0]; });
    var place = from;
    ranges.forEach(function (range) {
      if (range[0] < place || range[1] > to) { return; }
      target.append(text.slice(place, range[0]));
      target.append(element("mark", "", text.slice(range[0], range[1])));
      place = range[1];
    });
    target.append(text.slice(place, to));
  }
  function snippet(part, words) {
    var folded = part.folded = part.folded || fold(part.text), first = part.text.length;
    words.forEach(function (word) {
      var i = folded.text.indexOf(word);
      if (i >= 0) { first = Math.min(first, folded.at[i]); }
    });
    if (first === part.text.length) { first = 0; }
    var from = first > 24 ? first - 16 : 0, to = Math.min(part.text.length, from + 90);
    var line = element("span", "hit-text");
    if (from > 0) { line.append("…"); }
    marked(line, part.text, folded, words, from, to);
    if (to < part.text.length) { line.append("…"); }
    return line;
  }
  // 打开的页面按地址里的 hl 标出搜到的词；表单的卡片和文书不标。
  function address(hit, words) {
    var parts = hit.page.path.split("#"), anchor = hit.part && hit.part.anchor;
    var isChapter = /^guides\/.*\.html$/.test(parts[0]);
    return root + parts[0] + (isChapter ? "?hl=" + encodeURIComponent(words.join(" ")) : "")
      + (anchor ? "#" + encodeURIComponent(anchor) : parts[1] ? "#" + parts[1] : "");
  }
  function link(hit, words) {
    var made = element("a", "hit"), title = element("span", "hit-title");
    made.href = address(hit, words);
    marked(title, hit.page.title, fold(hit.page.title), words, 0, hit.page.title.length);
    if (hit.part && hit.part.title) {
      title.append(" › ");
      marked(title, hit.part.title, fold(hit.part.title), words, 0, hit.part.title.length);
    }
    made.append(element("span", "hit-place", hit.page.place), title);
    if (hit.part && hit.part.text) { made.append(snippet(hit.part, words)); }
    return made;
  }

  // 六、到达：标出搜到的词，跨过粗体、链接的也标；按 Esc 去掉。
  function highlight(words) {
    var main = document.querySelector(".prose"), blocks = new Map(), first = null;
    if (!main || !words.length) { return; }
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var node = walker.currentNode, block = node.parentElement.closest("p, li, td, th, h1, h2, h3, h4, h5, h6, figcaption, pre");
      if (!block || node.parentElement.closest("svg, .facts, .here-folded")) { continue; }
      if (!blocks.has(block)) { blocks.set(block, []); }
      blocks.get(block).push(node);
    }
    blocks.forEach(function (nodes) {
      rangesIn(nodes, words).forEach(function (range) {
        var mark = element("mark");
        range.surroundContents(mark);
        first = first && !(mark.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) ? first : mark;
      });
    });
    if (first && !location.hash) { first.scrollIntoView({ block: "center" }); }
    addEventListener("keydown", function (event) {
      if (event.key !== "Escape") { return; }
      main.querySelectorAll("mark").forEach(function (mark) { mark.replaceWith.apply(mark, mark.childNodes); });
    });
  }
  // 一段文字里各处的范围，从后往前，每个范围只在一个文字节点里。
  function rangesIn(nodes, words) {
    var text = nodes.map(function (node) { return node.data; }).join(""), folded = fold(text), places = [];
    words.forEach(function (word) {
      for (var i = folded.text.indexOf(word); i >= 0; i = folded.text.indexOf(word, i + word.length)) {
        var last = folded.at[i + word.length - 1];
        places.push([folded.at[i], last + (text.codePointAt(last) > 0xFFFF ? 2 : 1)]);
      }
    });
    places.sort(function (one, other) { return one[0] - other[0] || other[1] - one[1]; });
    var ranges = [], end = 0;
    places.forEach(function (place) {
      if (place[0] < end) { return; }
      end = place[1];
      var start = 0;
      nodes.forEach(function (node) {
        var from = Math.max(place[0], start) - start, to = Math.min(place[1], start + node.length) - start;
        start += node.length;
        if (from >= to) { return; }
        var range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      });
    });
    return ranges.reverse();
  }
  document.addEventListener("DOMContentLoaded", function () {
    highlight(terms(new URLSearchParams(location.search).get("hl") || ""));
  });

  // 七、搜索框：组合框，结果在下拉框里；在搜索页则显示在正文。
  document.addEventListener("DOMContentLoaded", function () {
    var input = document.getElementById("query");
    if (!input) { return; }
    var results = document.getElementById("results"), status = document.getElementById("search-status");
    var panel = results || document.getElementById("found");
    var turn = 0, active = -1, limit = results ? 10 : 6, isComposing = false;

    function options() { return panel.querySelectorAll(".hit"); }
    function close() {
      if (results) { return; }
      panel.hidden = true;
      status.textContent = "";
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    }
    function activate(index) {
      var hits = options();
      hits.forEach(function (hit, i) { hit.setAttribute("aria-selected", String(i === index)); });
      active = index;
      if (index < 0) { input.removeAttribute("aria-activedescendant"); return; }
      input.setAttribute("aria-activedescendant", hits[index].id);
      hits[index].scrollIntoView({ block: "nearest" });
    }
    // 还在找的时候先显示已有的；读者已经用上下键选了一条，就等找完再重排，选的还是那一条。
    function show(answer, isDone) {
      if (!isDone && (active >= 0 || !answer.hits.length)) { return; }
      var chosen = active >= 0 ? options()[active].href : "";
      panel.textContent = "";
      active = -1;
      answer.hits.forEach(function (hit, i) {
        var made = link(hit, answer.words);
        if (results) { var item = element("li"); item.append(made); panel.append(item); return; }
        made.id = "hit-" + i;
        made.setAttribute("role", "option");
        made.setAttribute("aria-selected", "false");
        made.tabIndex = -1;
        panel.append(made);
      });
      if (isDone) { status.textContent = summary(answer); }
      if (results) { document.getElementById("more").hidden = !answer.hasMore; return; }
      panel.hidden = !answer.hits.length;
      input.setAttribute("aria-expanded", String(!panel.hidden));
      activate(Array.from(options()).findIndex(function (hit) { return hit.href === chosen; }));
    }
    function summary(answer) {
      if (answer.hits.length) { return (answer.hasMore ? "先列出 " : "找到 ") + answer.hits.length + " 处"; }
      return answer.hasMore ? "还没有找到，按回车到搜索页接着找"
        : "没有找到“" + input.value.trim() + "”，可以少写几个字再试";
    }
    // 搜索页的网址跟着写的词走：打开一条再返回、刷新、收藏，都还是这些结果。
    function remember() {
      try { history.replaceState(limit, "", "?q=" + encodeURIComponent(input.value.trim())); } catch (error) { /* 网址改不了 */ }
    }
    function run() {
      var words = terms(input.value), mine = ++turn;
      if (results) { remember(); }
      if (!words.length) {
        panel.textContent = status.textContent = "";
        if (results) { document.getElementById("more").hidden = true; }
        return close();
      }
      if (!options().length) { status.textContent = "正在查找"; }
      search(words, limit, results ? Infinity : 40, function (answer, isDone) {
        if (mine === turn) { show(answer, isDone); }
        return mine === turn;
      }).catch(function () {
        if (mine === turn) { status.textContent = "索引没有载入，请检查 search 文件夹是否完整"; }
      });
    }

    input.addEventListener("focus", function () { load("directory").catch(function () {}); });
    input.addEventListener("input", function (event) {
      if (results) { limit = 10; } else { activate(-1); }
      if (!event.isComposing && !isComposing) { run(); }
    });
    // 拼音还没有选定时不查找，选字的回车和上下键也不当作命令；有的浏览器先结束组字再报按键。
    input.addEventListener("compositionstart", function () { isComposing = true; });
    input.addEventListener("compositionend", function () {
      setTimeout(function () { isComposing = false; }, 0);
      run();
    });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing || isComposing || event.keyCode === 229) { return; }
      var count = results || panel.hidden ? 0 : options().length;
      // 第一次 Esc 收起结果，第二次由浏览器清空。
      if (event.key === "Escape" && count) { event.preventDefault(); close(); return; }
      if (event.key === "Enter" && active >= 0) { event.preventDefault(); options()[active].click(); return; }
      if (event.key === "Enter" && results) { event.preventDefault(); return; }
      if (results || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) { return; }
      event.preventDefault();
      if (!count) { return run(); }
      var step = event.key === "ArrowDown" ? 1 : -1;
      activate((active + step + (active < 0 && step < 0 ? 1 : 0) + count) % count);
    });
    input.form.addEventListener("focusout", function (event) {
      if (!input.form.contains(event.relatedTarget)) { close(); }
    });
    // 按下鼠标时不让输入框失去焦点，否则下拉框先收起，点不到结果。
    if (!results) { panel.addEventListener("mousedown", function (event) { event.preventDefault(); }); }
    document.addEventListener("keydown", function (event) {
      var isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      var isCalled = (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey)
        || (event.key === "k" && (event.ctrlKey || event.metaKey));
      if (isCalled) { event.preventDefault(); input.focus(); input.select(); }
    });

    if (results) {
      document.getElementById("more").addEventListener("click", function () { limit += 10; run(); });
      input.value = new URLSearchParams(location.search).get("q") || "";
      limit = history.state || limit;
      if (input.value) { run(); } else { input.focus(); }
    }
  });
})();
