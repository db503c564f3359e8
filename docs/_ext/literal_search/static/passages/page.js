/* The search page: reads the field, shows what the engine finds. */
"use strict";

(() => {
  const PAUSE = 120; // milliseconds of rest while typing
  const PATIENCE = 800; // milliseconds after which the page says that it is still searching
  const SHOWN = 5; // passages of a text that are shown at first
  const BEFORE = 24; // characters of a snippet before the first hit
  const LENGTH = 110;
  const KINDS = { h: "标题", b: "正文", n: "注释", r: "文献", m: "编辑说明" };

  const UNREADABLE = "检索所需的文件无法读取，请重新载入本页。";

  const form = document.getElementById("passages-form");
  const field = document.getElementById("passages-query");
  const status = document.getElementById("passages-status");
  const results = document.getElementById("passages-results");
  const rest = document.getElementById("passages-rest");
  const shortcut = document.getElementById("passages-shortcut");

  let turn = 0; // the search that is under way; older ones are dropped
  let timer = 0;
  let current = null;

  /** An element with properties and children (strings become text). */
  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  /** Part of a text with its marks, cut at [from, to]. */
  function marked(text, marks, from, to) {
    const parts = [];
    let at = from;
    for (const [start, end] of marks) {
      if (start < at || end > to) continue;
      parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    }
    parts.push(text.slice(at, to));
    return parts;
  }

  /** An offset that does not part a character from its other half or from its marks. */
  function whole(text, offset) {
    let at = offset;
    while (at > 0 && at < text.length && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(at))) at--;
    return at;
  }

  /** The passage around its first hit. */
  function snippet({ words, marks, kind }) {
    const [first, last] = marks[0];
    let from = kind === "h" ? 0 : Math.max(0, first - BEFORE);
    let to = Math.max(last, Math.min(words.length, from + LENGTH));
    if (to === words.length) from = Math.max(0, Math.min(from, to - LENGTH));
    from = whole(words, from);
    to = whole(words, to);
    // A word in letters is not cut in two.
    const lead = /^[\p{Script=Latin}\p{Script=Cyrillic}\d]*/u.exec(words.slice(from, first))[0];
    if (from > 0 && lead.length < 20) from += lead.length;
    const parts = marked(words, marks, from, to);
    return [from > 0 ? "…" : "", ...parts, to < words.length ? "…" : ""];
  }

  /** The original page on which the first hit begins. */
  function pageOf({ pages, marks }) {
    return pages.findLast(([offset]) => offset <= marks[0][0])?.[1];
  }

  function where(passage) {
    const page = pageOf(passage);
    const parts = [KINDS[passage.kind], passage.heading, page && `原第${page}页`];
    if (passage.marks.length > 1) parts.push(`${passage.marks.length}处`);
    return [...new Set(parts)].filter(Boolean).join(" · ");
  }

  /** The place of a passage, with what is to be marked there. Of several that stand at one anchor
   * `n` counts those before it. */
  function address({ text: [, url], anchor, n }, queries) {
    const target = new URL(url, Passages.root);
    queries.forEach((query) => target.searchParams.append("q", query));
    if (n) target.searchParams.set("n", n);
    target.hash = anchor;
    return target.href;
  }

  /** Count for each passage those before it that have its anchor and its terms. */
  function counted(passages) {
    const seen = new Map();
    passages.forEach((passage) => {
      const place = [passage.text[1], passage.anchor, ...passage.held].join("\n");
      passage.n = seen.get(place) ?? 0;
      seen.set(place, passage.n + 1);
    });
    return passages;
  }

  function item(passage, query) {
    const queries = query ? [query] : passage.held;
    return make(
      "li",
      { className: "passages-item" },
      make(
        "a",
        { href: address(passage, queries), className: "passages-link" },
        make("span", { className: "passages-where" }, where(passage)),
        make("span", { className: "passages-snippet" }, ...snippet(passage)),
      ),
    );
  }

  /** The passages of one text, the first few and on demand the others; `query` if it is literal. */
  function group(text, passages, query) {
    const [title, , byline] = text;
    const hits = passages.reduce((sum, { marks }) => sum + marks.length, 0);
    const list = make("ol", { className: "passages-list" });
    const section = make(
      "section",
      { className: "passages-text" },
      make("h2", {}, title),
      make("p", { className: "passages-byline" }, byline ? `${byline} · ` : "", `${hits}处`),
      list,
    );
    list.append(...passages.slice(0, SHOWN).map((passage) => item(passage, query)));
    const others = passages.slice(SHOWN);
    if (others.length) {
      const label = `本篇其余${others.length}段`;
      const button = make("button", { type: "button", className: "passages-more" }, label);
      button.setAttribute("aria-label", `${label}：《${title}》`);
      button.addEventListener("click", () => {
        const items = others.map((passage) => item(passage, query));
        list.append(...items);
        button.remove();
        items[0].firstElementChild.focus();
      });
      section.append(button);
    }
    return section;
  }

  /** Passages by text; first the texts with the best rank, then those with more hits. */
  function grouped(passages) {
    const groups = new Map();
    for (const passage of passages) {
      if (!groups.has(passage.text)) groups.set(passage.text, []);
      groups.get(passage.text).push(passage);
    }
    const hits = (found) => found.reduce((sum, { marks }) => sum + marks.length, 0);
    return [...groups].sort(
      ([, one], [, other]) => one[0].rank - other[0].rank || hits(other) - hits(one),
    );
  }

  function message({ state, terms, passages, rest: blocks }, query) {
    if (state === "empty") return query.trim() ? "请输入文字或数字。" : "";
    if (state === "none") return `没有找到“${query}”，也没有相近的段落。`;
    const texts = new Set(passages.map(({ text }) => text)).size;
    if (state === "partial") {
      const words = terms.map((term) => `“${term}”`).join("、");
      return `没有与“${query}”逐字相符的文字。以下为部分匹配：按${words}检得最相近的${passages.length}段，见于${texts}篇。`;
    }
    const hits = passages.reduce((sum, { marks }) => sum + marks.length, 0);
    const least = blocks.length ? "至少" : "";
    return `“${query}”${least}${hits}处，${passages.length}段，见于${texts}篇。`;
  }

  function show(result, query) {
    current = { result, query };
    const literal = result.state === "literal" ? query.trim() : "";
    status.textContent = message(result, query);
    results.classList.toggle("passages-partial", result.state === "partial");
    const groups = grouped(counted(result.passages));
    results.replaceChildren(...groups.map(([text, found]) => group(text, found, literal)));
    rest.hidden = !result.rest.length;
  }

  async function search({ remember = true } = {}) {
    const mine = ++turn;
    const query = field.value;
    if (remember) keep(query);
    document.title = document.title.replace(/^(?:“.*?” - )?/u, query.trim() && `“${query}” - `);
    const slow = setTimeout(() => {
      if (mine === turn) status.textContent = "正在检索。";
    }, PATIENCE);
    try {
      const result = await Passages.engine.find(query);
      if (mine === turn) show(result, query);
    } catch {
      if (mine === turn) status.textContent = UNREADABLE;
    }
    clearTimeout(slow);
  }

  async function more() {
    const mine = ++turn;
    const { result, query } = current;
    const next = await Passages.engine.more(result);
    if (mine !== turn) return;
    show({ ...result, passages: [...result.passages, ...next.passages], rest: next.rest }, query);
    if (!rest.hidden) rest.focus();
    else results.querySelector(".passages-link").focus();
  }

  /** Keep the query in the address, which can be shared. */
  function keep(query) {
    const address = new URL(location.href);
    address.search = query.trim() ? `?${new URLSearchParams({ q: query.trim() })}` : "";
    address.hash = "";
    try {
      history.replaceState(null, "", address);
    } catch {
      // Some browsers do not allow it for files; the search goes on without.
    }
  }

  function typed(event) {
    clearTimeout(timer);
    // While an input method composes, the field holds letters that nobody searches for.
    if (!event.isComposing) timer = setTimeout(search, PAUSE);
  }

  /** Arrows walk through field and results, Escape goes back to the field and there empties it. */
  function keys(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [field, ...results.querySelectorAll(".passages-link, .passages-more")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    if (event.key === "Escape") {
      if (at === 0) {
        field.value = "";
        search();
      } else field.select();
    } else if (event.key === "ArrowDown") stops[Math.min(at + 1, stops.length - 1)].focus();
    else if (event.key === "ArrowUp" && at > 0) stops[at - 1].focus();
    else return;
    event.preventDefault();
  }

  async function begin() {
    shortcut.checked = Passages.setting(Passages.SHORTCUT) !== "off";
    shortcut.addEventListener("change", () => {
      Passages.setting(Passages.SHORTCUT, shortcut.checked ? "on" : "off");
    });
    field.addEventListener("input", typed);
    field.addEventListener("compositionend", typed);
    rest.addEventListener("click", more);
    document.addEventListener("keydown", keys);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      search();
    });
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    if (!field.value) field.focus();
    try {
      await Passages.engine.start();
    } catch {
      status.textContent = UNREADABLE;
      return;
    }
    await search({ remember: false });
  }

  begin();
})();
