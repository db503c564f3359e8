// Shows a note beside its mark: on hover, on focus, on tap. Without this script the marks are links
// to the notes below the text, and so they remain for a click and for Enter.
"use strict";
(() => {
  const LINGER = 250; // ms in which the pointer may travel from the mark to the box
  let box = null;
  let mark = null;
  let timer = 0;
  let pointer = "mouse";

  const noteOf = (reference) => document.getElementById(reference.hash.slice(1));

  const hide = () => {
    clearTimeout(timer);
    if (!box) return;
    box.remove();
    mark.removeAttribute("aria-expanded");
    box = mark = null;
  };

  const hideSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, LINGER);
  };

  // The paragraphs of the note as inline content: the box stands inside a paragraph.
  const bodyOf = (note) =>
    [...note.querySelectorAll(":scope > p")].map((paragraph) => {
      const line = document.createElement("span");
      line.className = "note-box-body";
      line.append(...paragraph.cloneNode(true).childNodes);
      line.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
      return line;
    });

  const headOf = (reference, note) => {
    const head = document.createElement("span");
    head.className = "note-box-head";
    const number = document.createElement("a");
    number.href = reference.hash;
    number.textContent = `注 ${reference.textContent.replace(/[^\d]/g, "")}`;
    number.setAttribute("aria-label", `到文末看${number.textContent}`);
    head.append(number);
    if (note.dataset.printed) head.append(note.dataset.printed);
    return head;
  };

  const place = (reference) => {
    if (getComputedStyle(box).position === "fixed") return; // on a phone: at the foot of the screen
    const frame = reference.closest(".article").getBoundingClientRect();
    const at = reference.getClientRects()[0];
    const width = box.offsetWidth;
    const left = Math.max(0, Math.min(at.left - frame.left - 24, frame.width - width));
    const above = at.bottom + box.offsetHeight + 12 > innerHeight && at.top > box.offsetHeight + 12;
    const top = above ? at.top - box.offsetHeight - 6 : at.bottom + 6;
    box.style.left = `${left}px`;
    box.style.top = `${top - frame.top}px`;
  };

  const show = (reference) => {
    clearTimeout(timer);
    if (mark === reference) return;
    const note = noteOf(reference);
    if (!note) return;
    hide();
    mark = reference;
    box = document.createElement("span");
    box.className = "note-box";
    box.setAttribute("role", "note");
    box.append(headOf(reference, note), ...bodyOf(note));
    box.setAttribute("aria-label", box.firstChild.firstChild.textContent);
    mark.setAttribute("aria-expanded", "true");
    mark.after(box);
    place(reference);
  };

  const within = (target) => target instanceof Node && (box?.contains(target) || mark?.contains(target));

  for (const reference of document.querySelectorAll(".article a.footnote-reference")) {
    reference.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") show(reference);
    });
    reference.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") hideSoon();
    });
    reference.addEventListener("focus", () => {
      if (pointer !== "touch") show(reference);
    });
    reference.addEventListener("click", (event) => {
      if (pointer !== "touch" || event.detail === 0) return hide();
      event.preventDefault();
      if (mark === reference) hide();
      else show(reference);
    });
  }

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (!within(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    pointer = "keyboard";
    if (event.key !== "Escape" || !box) return;
    const back = box.contains(document.activeElement) ? mark : null;
    hide();
    back?.focus({ preventScroll: true });
    hide(); // focus would show it again
  });
  document.addEventListener("focusin", (event) => {
    if (box && !within(event.target)) hide();
  });
  document.addEventListener("pointerover", (event) => {
    if (box && event.pointerType !== "touch" && box.contains(event.target)) clearTimeout(timer);
  });
  document.addEventListener("pointerout", (event) => {
    if (box && event.pointerType !== "touch" && box.contains(event.target) && !within(event.relatedTarget)) hideSoon();
  });
  addEventListener("resize", hide);
})();
