// Copies citations: whole ones from the cite box, and of a place from a dialog that the button
// beside each paragraph opens. Without this script the box shows every citation as text.
"use strict";
(() => {
  const LOCATOR = "\ue000"; // box.py: LOCATOR
  const ACCESSED = "9999-12-31"; // box.py: ACCESSED
  const ITALIC = /\x0e([^\x0f]*)\x0f/g; // styles/typography.py

  const box = document.getElementById("cite-this");
  if (!box) return;

  const today = new Date().toLocaleDateString("sv-SE"); // 2026-11-22

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // With its italics where the browser lets a page write rich text, else from a selection.
  const copy = async (shown) => {
    const plain = shown.innerText.trim();
    try {
      const of = (type, text) => [type, new Blob([text], { type })];
      const forms = [of("text/plain", plain), of("text/html", shown.innerHTML)];
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(forms))]);
      return true;
    } catch {
      const selection = getSelection();
      selection.selectAllChildren(shown);
      const copied = document.execCommand("copy");
      selection.removeAllRanges();
      return copied;
    }
  };

  const copyAndSay = async (shown, what, status) => {
    status.textContent = "";
    const copied = await copy(shown);
    status.textContent = copied ? `已复制：${what}` : "浏览器不允许复制，请选中引文自行复制。";
  };

  // The box.
  for (const blank of box.querySelectorAll(".cite-accessed")) blank.textContent = today;
  for (const button of box.querySelectorAll(".cite-copy")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = button.parentElement.querySelector(".cite-text");
      const what = button.getAttribute("aria-label").replace("复制：", "");
      copyAndSay(shown, what, box.querySelector(".cite-status"));
    });
  }

  // Places.
  const source = box.querySelector(".cite-data");
  if (!source) return;
  const { url, works, places } = JSON.parse(source.textContent);
  const byId = new Map(places.map((place) => [place.id, place]));

  const linkTo = (place) => `${url || location.href.split("#")[0]}#${place.id}`;

  // The citation of a place in a work, "" where the work has no such place.
  const cite = (work, style, place) => {
    const locator = (work.paged ? place.pages : place.exact)[style];
    if (!locator) return "";
    const text = work.templates[style].replace(LOCATOR, locator).replace(ACCESSED, today);
    if (work.paged) return text;
    if (url) return text.replaceAll(url, linkTo(place));
    return location.protocol.startsWith("http") ? `${text}\n${linkTo(place)}` : text;
  };

  const write = (shown, citation) => {
    shown.replaceChildren();
    citation.split("\n").forEach((line, number) => {
      if (number) shown.append(element("br"));
      line.split(ITALIC).forEach((run, index) => {
        shown.append(index % 2 ? element("i", { textContent: run }) : run);
      });
    });
  };

  const status = element("p", { className: "cite-status" });
  status.setAttribute("role", "status");
  const placeField = element("select");
  const styleField = element("select");
  const rows = element("div");
  const close = element("button", { type: "button", className: "cite-close", textContent: "关闭" });
  const dialog = element(
    "dialog",
    { className: "cite-dialog" },
    element("p", { className: "cite-title", id: "cite-title", textContent: "引用此处" }),
    element("label", {}, "位置", placeField),
    element("label", {}, "格式", styleField),
    rows,
    status,
    close,
  );
  dialog.setAttribute("aria-labelledby", "cite-title");

  const radios = [...box.querySelectorAll(".cite-styles input")];
  for (const radio of radios) {
    const label = radio.parentElement.textContent.trim();
    styleField.append(element("option", { value: radio.value, textContent: label }));
  }

  const row = (label, citation, lang = "en") => {
    const shown = element("p", { className: "cite-text", lang });
    write(shown, citation);
    const button = element("button", { type: "button", className: "cite-copy", textContent: "复制" });
    button.setAttribute("aria-label", `复制：${label}`);
    button.addEventListener("click", () => copyAndSay(shown, label, status));
    const role = element("p", { className: "cite-role", textContent: label });
    return element("div", {}, role, element("div", { className: "cite-entry" }, shown, button));
  };

  // The edition's citation first: it names the exact place.
  const fill = () => {
    const place = byId.get(placeField.value);
    const cited = [...works]
      .sort((a, b) => a.paged - b.paged)
      .map((work) => [work, cite(work, styleField.value, place)])
      .filter(([, citation]) => citation)
      .map(([work, citation]) => row(work.label, citation, work.languages[styleField.value]));
    rows.replaceChildren(...cited);
    rows.append(row("链接", linkTo(place)));
  };

  const open = (place) => {
    const around = [place, ...place.on.map((id) => byId.get(id))];
    placeField.replaceChildren(
      ...around.map((one) => element("option", { value: one.id, textContent: one.label })),
    );
    styleField.value = radios.find((radio) => radio.checked).value;
    fill();
    dialog.showModal();
    rows.querySelector(".cite-copy").click(); // one click is enough
  };

  placeField.addEventListener("change", fill);
  styleField.addEventListener("change", () => {
    radios.find((radio) => radio.value === styleField.value).checked = true;
    fill();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // on the ground outside it
  });
  box.after(dialog);

  for (const place of places) {
    const paragraph = place.paragraph && document.getElementById(place.id);
    if (!paragraph) continue;
    const button = element("button", { type: "button", className: "cite-here" });
    button.setAttribute("aria-label", `引用此段（${place.label}）`);
    button.addEventListener("click", () => open(place));
    paragraph.after(button);
    // Where nothing hovers, a tap on the paragraph shows its button.
    paragraph.addEventListener("click", () => {
      document.querySelector(".cite-shown")?.classList.remove("cite-shown");
      paragraph.classList.add("cite-shown");
    });
  }
})();
