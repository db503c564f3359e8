/* On every page: marks what was searched for (?q=…) where the reader arrives, and lets "/" lead to
 * the search field. */
"use strict";

(() => {
  // What stands in a block without being its text: see UNREAD in extract.py.
  const UNREAD =
    ".footnote-reference, .headerlink, .page-milestone, .no-search, .label, script, style, button";
  const SHORTCUT = "passages-shortcut";

  /** The text nodes of an element that belong to its text, in order. */
  function textNodes(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest(UNREAD)) found.push(walker.currentNode);
    }
    return found;
  }

  /** Put marks around parts of the joined text of some nodes; returns the marks. */
  function mark(nodes, ranges) {
    const marks = [];
    let end = nodes.reduce((sum, node) => sum + node.length, 0);
    for (const node of nodes.toReversed()) {
      const start = end - node.length;
      for (const [from, to] of ranges.toReversed()) {
        const first = Math.max(from, start) - start;
        const last = Math.min(to, end) - start;
        if (first >= last) continue;
        const range = document.createRange();
        range.setStart(node, first);
        range.setEnd(node, last);
        const made = document.createElement("mark");
        made.className = "passages-hit";
        range.surroundContents(made);
        marks.unshift(made);
      }
      end = start;
    }
    return marks;
  }

  const BLOCKS = "p, h1, h2, h3, h4, h5, h6, dt, dd, li, td, th, pre, figcaption";

  /** The blocks of the page from an element on: those that hold no smaller block. */
  function blocksFrom(target) {
    const main = document.querySelector("main, [role=main]") ?? document.body;
    return [...main.querySelectorAll(BLOCKS)].filter(
      (block) =>
        !block.querySelector(BLOCKS) &&
        (block === target ||
          block.contains(target) ||
          target.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
  }

  /** Mark the queries in the first block from the target on that holds them all, or after `n` such. */
  function markFrom(target, queries, n) {
    let left = n;
    for (const block of blocksFrom(target)) {
      const nodes = textNodes(block);
      const normal = Passages.normalise(nodes.map((node) => node.data).join(""));
      if (!queries.every((query) => normal.text.includes(query)) || left-- > 0) continue;
      return mark(nodes, Passages.allOccurrences(normal, queries));
    }
    return [];
  }

  async function arrive() {
    const asked = new URLSearchParams(location.search);
    const texts = asked.getAll("q");
    if (!texts.some(Boolean) || document.getElementById("passages-form")) return;
    Passages.setFold(await Passages.load("fold"));
    const id = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(id) ?? document.querySelector("h1");
    if (!target) return;
    const queries = texts.map((text) => Passages.normalise(text).text).filter(Boolean);
    const marks = queries.length ? markFrom(target, queries, Number(asked.get("n"))) : [];
    // Until all is loaded the browser itself may scroll to the target once more.
    if (document.readyState !== "complete") {
      await new Promise((loaded) => window.addEventListener("load", loaded, { once: true }));
    }
    const box = marks[0]?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight)) {
      // In the manner of the style sheet: an instant jump would add up with a smooth scroll to the
      // target that is still under way.
      marks[0].scrollIntoView({ block: "center" });
    }
  }

  /** "/" leads to the search: to the field on this page, or to the page of the search. */
  function shortcut(event) {
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    // Sphinx has the same key; it would choose a field that may be hidden.
    event.stopImmediatePropagation();
    if (Passages.setting(SHORTCUT) === "off") return;
    event.preventDefault();
    const fields = [...document.querySelectorAll("input[name=q]")];
    const field = fields.find((one) => one.checkVisibility() && one.getBoundingClientRect().left >= 0);
    if (field) field.select();
    else location.assign(new URL("search.html", Passages.root));
  }

  /** A setting of the reader's; storage may be forbidden. */
  Passages.setting = (name, value) => {
    try {
      if (value !== undefined) localStorage.setItem(name, value);
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  Passages.SHORTCUT = SHORTCUT;

  window.addEventListener("keydown", shortcut, { capture: true });
  arrive();
})();
