// The drawers of a narrow page: Escape closes them, and so does following a link in them.
"use strict";
(() => {
  const switches = [...document.querySelectorAll(".sidebar-toggle")];

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const drawer of switches.filter((item) => item.checked)) {
      drawer.checked = false;
      drawer.focus();
    }
  });

  for (const drawer of switches) {
    document.getElementById(drawer.getAttribute("aria-controls"))?.addEventListener("click", (event) => {
      if (event.target.closest("a")) drawer.checked = false;
    });
  }
})();
