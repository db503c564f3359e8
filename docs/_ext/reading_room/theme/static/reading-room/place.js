// Remembers, in this browser alone, how far a text was read, and offers to go on from there.
"use strict";
(() => {
  const PAUSE = 400; // milliseconds without scrolling until a place counts as read
  const TOP = 96; // pixels from the top of the screen at which one reads
  const key = `place ${location.pathname}`;
  const head = document.querySelector(".text-head");
  const paragraphs = [...document.querySelectorAll(".article p[id]")].filter(({ id }) =>
    /^p[0-9A-Za-z]*-\d+$/.test(id),
  );
  if (!head || paragraphs.length < 2) return;

  /** Keep an id, or forget what was kept; where storage is forbidden, do without. */
  function keep(id) {
    try {
      if (id) localStorage.setItem(key, id);
      else localStorage.removeItem(key);
    } catch {
      // Nothing is remembered.
    }
  }

  function kept() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  /** The paragraph at the top of the screen; none at the beginning and at the end of the text. */
  function current() {
    const last = paragraphs.at(-1).getBoundingClientRect();
    if (last.bottom < innerHeight) return null;
    const at = paragraphs.findIndex((item) => item.getBoundingClientRect().bottom > TOP);
    return at > 0 ? paragraphs[at].id : null;
  }

  /** `p119-2` is on page 119, `p-17` on none. */
  function label(id) {
    const [page, number] = id.slice(1).split("-");
    return page ? `上次读到第${page}页` : `上次读到第${number}段`;
  }

  const id = kept();
  if (id && !location.hash && document.getElementById(id)) {
    const link = document.createElement("a");
    link.className = "resume";
    link.href = `#${id}`;
    link.textContent = label(id);
    head.append(link);
  }

  let timer;
  addEventListener(
    "scroll",
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => keep(current()), PAUSE);
    },
    { passive: true },
  );
})();
