// An autocomplete replaces a labelled select with boxes that have no name; give them the select's.
{
  const BOXES = "[role=combobox][tabindex], [role=textbox], [role=searchbox]";

  const nameBoxes = (select) => {
    select.ariaLabel ||= select.labels[0]?.textContent.trim();
    for (const box of select.nextElementSibling.querySelectorAll(BOXES)) {
      const own = box.getAttribute("aria-labelledby") ?? "";
      if (!own.startsWith(select.id)) box.setAttribute("aria-labelledby", `${select.id} ${own}`.trim());
    }
  };

  const nameAll = () => document.querySelectorAll("select.select2-hidden-accessible").forEach(nameBoxes);

  // They appear once the page is ready, and again with every row that is added.
  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
    nameAll();
  });
}
