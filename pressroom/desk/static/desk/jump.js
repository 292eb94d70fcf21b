// A line of the checklist leads to its field, also where a richer control stands in for the plain one.
"use strict";

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-jump]");
  const field = link && document.getElementById(link.dataset.jump);
  const row = field && (field.closest(".form-row") || field);
  if (!row) return;
  event.preventDefault();
  const shown = [...row.querySelectorAll("input, textarea, select, button, a")];
  const plain = field.offsetParent && field.matches("input, textarea, select") && field;
  const target = plain || row.querySelector("[contenteditable=true]") || shown.find((one) => one.offsetParent);
  row.scrollIntoView({ block: "center" });
  if (target) target.focus({ preventScroll: true });
});
