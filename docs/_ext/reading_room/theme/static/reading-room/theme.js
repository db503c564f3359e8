// Runs before the page is painted, so that the reader's choice of colours does not flash.
"use strict";
try {
  document.body.dataset.theme = localStorage.getItem("theme") || "auto";
} catch {
  document.body.dataset.theme = "auto"; // storage is forbidden here: follow the system
}
