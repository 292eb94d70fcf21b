// What the text editor lacks: our language, names for its boxes, and respect for the content security policy.
{
  // It injects an inline style unless it finds one of this name; this one is no HTML, so it does nothing.
  const standIn = document.createElementNS(null, "style");
  standIn.setAttribute("data-tiptap-style", "");
  document.head.append(standIn);

  const nameBox = (box, label) => {
    label.id ||= `${label.htmlFor}_label`;
    box.setAttribute("role", "textbox");
    box.setAttribute("aria-multiline", "true");
    box.setAttribute("aria-labelledby", label.id);
  };

  const translateMenu = (frame) => {
    for (const button of frame.querySelectorAll(".prose-menubar [title]")) {
      button.title = gettext(button.title);
      button.ariaLabel = button.title;
    }
    for (const option of frame.querySelectorAll(".prose-menubar__option > *")) {
      const translated = gettext(option.textContent);
      if (option.textContent !== translated) option.textContent = translated;
    }
  };

  document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
    nameBox(editor.view.dom, textarea.labels[0]);
    const frame = textarea.closest(".prose-editor");
    translateMenu(frame);
    // The menu comes later than the editor, and shows its items anew as the cursor moves.
    new MutationObserver(() => translateMenu(frame)).observe(frame, { childList: true, subtree: true });
  });
}
