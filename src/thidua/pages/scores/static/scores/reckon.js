// <form data-reckon="/…/tinh">: while one types, the server reckons what stands in the form; each element of its
// answer replaces the one with the same id. Nothing is reckoned here, nothing is saved, files are not sent.

import { everywhere } from "../shared/js/say.js";

const PAUSE = 350; // ms without a key before the server is asked

function fieldsOf(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

async function reckon(form, signal) {
  const answer = await fetch(form.dataset.reckon, { method: "POST", body: fieldsOf(form), signal });
  if (!answer.ok || answer.redirected) return; // signed out or offline: saving will say so, the points just stay
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const fresh of part.querySelectorAll("body > [id]")) document.getElementById(fresh.id)?.replaceWith(fresh);
}

everywhere("form[data-reckon]", (form) => {
  let timer = 0;
  let asking = null;
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      asking?.abort();
      asking = new AbortController();
      reckon(form, asking.signal).catch(() => {});
    }, PAUSE);
  });
});
