// Whoever writes into a new row need not number it: it comes after the last one.
"use strict";

document.addEventListener("input", ({ target }) => {
  const row = target.closest(".inline-related");
  const field = row && row.querySelector("input[name$='-ordinal']");
  if (!field || field === target || field.value) return;
  const numbers = [...row.closest(".inline-group").querySelectorAll("input[name$='-ordinal']")].map((one) => Number(one.value));
  field.value = Math.max(0, ...numbers) + 1;
});
