/* Buttons that need a script are hidden until it is here; everything else works without it. */
"use strict";

const said = document.createElement("span");
said.setAttribute("role", "status");
said.className = "spoken";
document.body.append(said);

/* Hidden words are copied as they stand in the page, visible ones as they read. */
const words = (element) => (element.hidden ? element.textContent : element.innerText).trim();

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "spoken";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("copy");
}

for (const button of document.querySelectorAll("button.copy")) {
  const source = document.querySelector(button.dataset.copy);
  const label = button.textContent;
  const done = document.documentElement.lang === "en" ? "Copied" : "Tersalin";
  button.hidden = !source;
  button.addEventListener("click", async () => {
    await copy(words(source));
    button.textContent = said.textContent = done;
    button.focus();
    setTimeout(() => {
      button.textContent = label;
      said.textContent = "";
    }, 3000);
  });
}

for (const button of document.querySelectorAll("button.print")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => print());
}
