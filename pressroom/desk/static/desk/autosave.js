// Keeps what is typed: two seconds after the last change, and every fifteen seconds while changes go on.
{
  const IDLE = 2_000;
  const LONGEST = 15_000;
  const POLL = 500;

  const csrfToken = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];

  const start = (status) => {
    const form = status.closest("form");
    let stopped = false;
    let pending = null;
    let saved = null;
    let seen = null;
    let changedAt = 0;
    let unsavedSince = 0;
    let retryAt = 0;
    let said = "";

    // The article's own fields; rows of the inlines wait for the button.
    const read = () => {
      const data = new FormData(form);
      for (const field of form.querySelectorAll(".inline-group [name]")) data.delete(field.name);
      return data;
    };

    const snapshot = (data) =>
      JSON.stringify([...data].filter(([name]) => !/^(csrfmiddlewaretoken|seen_|_)/.test(name)));

    // Logging in again in another tab brings a new token, which the button needs as well.
    const renewToken = (data) => {
      const token = csrfToken();
      if (!token) return;
      for (const input of form.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token;
      data.set("csrfmiddlewaretoken", token);
    };

    // What the button alone saves, told as soon as it differs.
    const rowsNow = () =>
      JSON.stringify([...form.querySelectorAll(".inline-group [name]")].map((one) => [one.name, one.value, one.checked]));
    const rows = rowsNow();

    const say = (text) => {
      said = text;
      const waiting = rowsNow() === rows ? "" : status.dataset.rows;
      const whole = [said, waiting].filter(Boolean).join(" · ");
      if (status.textContent !== whole) status.textContent = whole;
    };

    const taken = (answer, posted) => {
      form.elements.seen_version.value = answer.version;
      form.elements.seen_revision.value = answer.revision ?? "";
      saved = posted;
      unsavedSince = 0;
    };

    const save = async (data, posted) => {
      renewToken(data);
      try {
        const response = await fetch(status.dataset.url, { method: "POST", body: data, redirect: "manual" });
        if (response.type === "opaqueredirect" || response.status === 403) return say(status.dataset.loggedOut);
        if (![200, 409, 422].includes(response.status)) return say(status.dataset.failed);
        const answer = await response.json();
        if (response.ok) taken(answer, posted);
        stopped = response.status === 409;
        say(answer.text);
      } catch {
        say(status.dataset.failed);
      }
    };

    const look = () => {
      if (stopped || pending) return;
      say(said);
      const data = read();
      const now = Date.now();
      const current = snapshot(data);
      saved ??= current;
      if (current !== seen) changedAt = now;
      seen = current;
      if (current === saved) return;
      unsavedSince ||= now;
      const due = now - changedAt >= IDLE || now - unsavedSince >= LONGEST;
      if (!due || now < retryAt) return;
      retryAt = now + LONGEST;
      pending = save(data, current).finally(() => {
        pending = null;
        if (saved === current) retryAt = 0;
      });
    };

    // A save that is under way would make the button's own look stale.
    form.addEventListener("submit", (event) => {
      if (!pending) {
        stopped = true;
        return;
      }
      event.preventDefault();
      const { submitter } = event;
      stopped = true;
      pending.finally(() => form.requestSubmit(submitter));
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) stopped = false;
    });
    setInterval(look, POLL);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const status = document.querySelector("[data-autosave]");
    if (status) start(status);
  });
}
