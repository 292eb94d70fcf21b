// The intake screen by keyboard. It only sets controls of the form: the page works the same without it.
const form = document.querySelector("form[data-intake], form[data-start]");
const cards = [...form.querySelectorAll("[data-card]")];
const decidable = cards.filter((card) => "decidable" in card.dataset);
const keySwitch = form.querySelector("[data-keys-switch]");
const OFF = "desk-single-keys-off";

for (const hint of form.querySelectorAll("[data-with-script]")) hint.hidden = false;

// Decisions.

const verdict = (card, value) => card.querySelector(`input[name$="-verdict"][value="${value}"]`);
const decision = (card) => card.querySelector('input[name$="-verdict"]:checked, input[name$="-verdict"][type=hidden]')?.value ?? "";
const undecided = () => decidable.filter((card) => !decision(card));

const shown = (control) =>
  control.matches("select") ? control.selectedOptions[0]?.textContent ?? "" : control.value.replaceAll("\n", ", ");

const needsOf = (card) => [...card.querySelectorAll("[data-needs]")];
const isMet = (need) => decision(document.getElementById(`card-${need.dataset.needs}`)) === "accept";

const refreshCard = (card) => {
  for (const need of needsOf(card)) need.classList.toggle("unmet", decision(card) === "accept" && !isMet(need));
  const gist = card.querySelector("[data-gist]");
  if (!gist) return;
  const controls = [...card.querySelectorAll(".field :is(input, select, textarea)")];
  const label = card.querySelector("h4").textContent;
  const values = controls.filter((one) => one.value).map(shown);
  const said = values.filter((value) => value !== label).join(" · ");
  gist.textContent = said.length > 160 ? `${said.slice(0, 159)}…` : said;
};

const refresh = () => {
  cards.forEach(refreshCard);
  for (const count of form.querySelectorAll("[data-count]"))
    count.textContent = decidable.filter((card) => decision(card) === count.dataset.count).length;
};

// Undo: every step remembers what the whole form held before it.

const controls = [...form.elements].filter((one) => one.name && !["hidden", "submit", "file"].includes(one.type));
const isSwitch = (one) => one.type === "radio" || one.type === "checkbox";
const state = () => controls.map((one) => (isSwitch(one) ? one.checked : one.value));
const steps = [];
let now = state();

const remember = () => {
  const next = state();
  if (next.every((value, index) => value === now[index])) return;
  steps.push(now);
  now = next;
  refresh();
};

const undo = () => {
  const before = steps.pop();
  if (!before) return;
  const changed = controls.findLast((one, index) => before[index] !== now[index]);
  controls.forEach((one, index) => {
    if (isSwitch(one)) one.checked = before[index];
    else one.value = before[index];
  });
  now = before;
  refresh();
  show(changed.closest("[data-card]"));
};

// Where the person is.

const current = () => document.activeElement.closest?.("[data-card]");

const show = (card) => {
  if (!card) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
};

const move = (by) => {
  const place = cards.indexOf(current());
  show(cards[place < 0 ? 0 : Math.min(Math.max(place + by, 0), cards.length - 1)]);
};

const goOn = (card) => {
  const rest = undecided();
  const next = rest.find((one) => !card || card.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? rest[0];
  if (next) show(next);
  else form.querySelector("[data-draft]").focus();
};

// Whoever has not seen a card yet is led to it before a key decides on it.
const decide = (value) => {
  const card = current();
  if (!card || !decidable.includes(card)) return goOn(card);
  verdict(card, value).checked = true;
  remember();
  goOn(card);
};

// A card that needs another waits with it; it comes after those that it needs.
const acceptCertain = () => {
  for (const card of undecided()) {
    if ("certain" in card.dataset && needsOf(card).every(isMet)) verdict(card, "accept").checked = true;
  }
  remember();
  goOn(null);
};

const edit = () => {
  const card = current();
  if (!card) return move(1);
  const details = card.querySelector("details");
  if (details) details.open = true;
  card.querySelector(".fields :is(input, select, textarea), .match input")?.focus();
};

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  a: () => decide("accept"),
  s: () => decide("skip"),
  e: edit,
  u: undo,
  A: acceptCertain,
};
const ARROWS = { ArrowDown: KEYS.j, ArrowUp: KEYS.k };

const isTyping = ({ target }) => target.matches("textarea, select, input:not([type=radio], [type=checkbox])");

const press = (event) => {
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "Enter") send(event);
    return;
  }
  if (event.altKey || !cards.length) return;
  if (isTyping(event)) return leaveField(event);
  const act = (keySwitch.checked && KEYS[event.key]) || (event.target.matches("[data-card]") && ARROWS[event.key]);
  if (!act) return;
  event.preventDefault();
  act();
};

const send = (event) => {
  event.preventDefault();
  form.requestSubmit(form.querySelector("[data-draft], [value=read]"));
};

// Enter in a field does not send the form; it leads back to the card, as Escape does.
const leaveField = (event) => {
  const leaves = event.key === "Escape" || (event.key === "Enter" && event.target.matches("input"));
  if (!leaves || !current()) return;
  event.preventDefault();
  remember();
  show(current());
};

// The words of the card that has the focus stand out in the text.
const point = () => {
  const card = current();
  for (const mark of form.querySelectorAll("mark.current")) mark.classList.remove("current");
  if (!card) return;
  const marks = [...form.querySelectorAll(`mark[data-cards~="${card.dataset.card}"]`)];
  for (const mark of marks) mark.classList.add("current");
  const box = form.querySelector(".words");
  if (!marks.length || box.scrollHeight <= box.clientHeight || box.contains(document.activeElement)) return;
  const gap = marks[0].getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (gap < 0 || gap > box.clientHeight - 40) box.scrollTop += gap - box.clientHeight / 3;
};

// A file may be dropped anywhere on the first page.
const drop = (event) => {
  const field = form.querySelector("input[type=file]");
  if (!field || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  form.classList.toggle("dropping", event.type === "dragover");
  if (event.type === "drop") field.files = event.dataTransfer.files;
};

document.addEventListener("keydown", press);
form.addEventListener("change", remember);
form.addEventListener("focusin", point);
for (const name of ["dragover", "dragleave", "drop"]) document.addEventListener(name, drop);

form.querySelector("[data-accept-certain]")?.addEventListener("click", (event) => {
  event.preventDefault();
  acceptCertain();
});

// A second press of the button while the first is under way would make a second draft.
let isSent = false;
form.addEventListener("submit", (event) => {
  if (isSent) event.preventDefault();
  isSent = true;
});
window.addEventListener("pageshow", () => {
  isSent = false;
});

if (keySwitch) {
  keySwitch.checked = !localStorage.getItem(OFF);
  keySwitch.addEventListener("change", () =>
    keySwitch.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"),
  );
}
refresh();
form.querySelector("[data-errors]")?.focus();
