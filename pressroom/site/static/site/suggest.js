/* What may be meant, as a list under the field of the search. Without this script the form works as it stands. */
"use strict";

const field = document.querySelector("input[data-suggest]");
const list = document.createElement("ul");
let chosen = -1;
let waiting = 0;
let asking = new AbortController();

function set(element, attributes) {
  for (const name in attributes) element.setAttribute(name, attributes[name]);
}

function choose(place) {
  const options = [...list.children];
  chosen = options[place] ? place : -1;
  options.forEach((option, at) => option.setAttribute("aria-selected", at === chosen));
  if (chosen < 0) return field.removeAttribute("aria-activedescendant");
  field.setAttribute("aria-activedescendant", options[chosen].id);
  options[chosen].scrollIntoView({ block: "nearest" });
}

function open(wanted) {
  list.hidden = !(wanted && list.children.length);
  field.setAttribute("aria-expanded", !list.hidden);
  choose(-1);
}

function close() {
  clearTimeout(waiting);
  asking.abort();
  open(false);
}

function option({ label, kind, url }, place) {
  const made = document.createElement("li");
  const named = document.createElement("small");
  set(made, { role: "option", id: `saran-${place}`, "data-url": url });
  named.textContent = kind;
  made.append(label, " ", named);
  return made;
}

async function ask() {
  asking.abort();
  asking = new AbortController();
  const address = `${field.dataset.suggest}?q=${encodeURIComponent(field.value)}`;
  const answer = await fetch(address, { signal: asking.signal }).catch(() => null);
  const found = answer?.ok ? await answer.json().catch(() => null) : null;
  if (found?.query !== field.value || document.activeElement !== field) return;
  list.replaceChildren(...found.suggestions.map(option));
  open(true);
}

const steps = { ArrowDown: 1, ArrowUp: -1 };

function press(event) {
  const count = list.children.length + 1;
  if (event.isComposing || list.hidden) return;
  if (event.key in steps) choose(((chosen + 1 + steps[event.key] + count) % count) - 1);
  else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.url);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
}

/* A field that is a combobox may not be of the type "search". */
set(field, { type: "text", enterkeyhint: "search", role: "combobox", "aria-autocomplete": "list" });
set(field, { "aria-controls": "saran", "aria-expanded": false });
set(list, { id: "saran", role: "listbox", "aria-label": field.labels[0].textContent });
list.hidden = true;
field.parentElement.append(list);

field.addEventListener("keydown", press);
field.addEventListener("blur", close);
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 120);
});
/* Pressing an option leaves the focus in the field. */
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const pressed = event.target.closest("li");
  if (pressed) location.assign(pressed.dataset.url);
});
