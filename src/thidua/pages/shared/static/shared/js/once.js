// One press, one act: a form that was sent cannot be sent again until an answer came. The server keeps a key as well.

const WAIT = 8000; // an answer that leaves the page standing (a download) gives the button back after this many ms

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[aria-busy=true]")) {
    button.removeAttribute("aria-busy");
    button.disabled = false;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog" || "again" in form.dataset) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  const button = event.submitter;
  // Disabled only after the form's values are collected, else the button's own value would be missing.
  setTimeout(() => {
    if (!button || !form.dataset.sent) return;
    button.setAttribute("aria-busy", "true");
    button.disabled = true;
  });
  setTimeout(() => release(form), WAIT);
});

document.addEventListener("htmx:finally:request", (event) => {
  const form = event.target.closest?.("form");
  if (form) release(form);
});

// Going back shows the page as it was left, with its button still pressed.
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
