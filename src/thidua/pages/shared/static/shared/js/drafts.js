// <form data-draft="KEY">: what is typed is kept. Every 10 seconds, on leaving a field and on leaving the page, the
// values go to POST /nhap-luu; whenever that fails they stay on this machine, and the line beside its buttons says so.
//
// The server: GET /nhap-luu?key=KEY answers 200 {"values": {name: [text, …]}, "at": ISO time, "version": n} or 204.
// POST key, values (JSON), version (of the draft this page knows, may be empty), page (a name of this opened page) and
// the form's CSRF token answers 200 {"at", "version"}; 409 {"sentence"} when it was typed on elsewhere meanwhile; 401,
// 403 or a redirect when the sign-in has run out. POST key and discard=1 answers 204. A form says in the hidden field
// `draft` which draft it is: what accepts the form (shared/request.py, done) lets go of that draft. Answers to a reader
// who is signed in bring a fresh CSRF token in X-Form-Token: after a new sign-in in another tab this page goes on.

import { putBack, same, shelf, typedIn, valuesOf } from "./draft_shelf.js";
import { clock, everywhere, say, signInAddress } from "./say.js";
import { renewed } from "./token.js";

const ADDRESS = "/nhap-luu";
const EVERY = 10000;
const AFTER_LEAVING = 600; // ms: the press that leaves a field may be the one that sends the form

const thisPage = Math.random().toString(36).slice(2, 14);

const refused = () => document.querySelector("[data-refusal], form[data-draft] [aria-invalid=true]");

/** The line that speaks, beside the buttons of the form: a sentence, and perhaps a link or a button after it. */
function lineOf(form) {
  let line = form.querySelector("[data-draft-line]");
  if (!line) {
    line = document.createElement("span");
    line.dataset.draftLine = "";
    const own = [...form.children].findLast((child) => child.classList.contains("acts"));
    (own || [...form.querySelectorAll(".acts")].at(-1) || form).append(line);
  }
  line.classList.add("draft");
  line.setAttribute("role", "status");
  return (tone, text, after) => {
    line.dataset.tone = tone;
    line.replaceChildren(text, ...(after ? [after] : []));
  };
}

function signInLink() {
  const link = document.createElement("a");
  link.href = signInAddress || "/";
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = say("sign-in");
  return link;
}

function keep(form) {
  const key = form.dataset.draft;
  const tell = lineOf(form);
  const began = valuesOf(form);
  let last = began; // what is safely kept
  let version = "";
  let sent = false; // on its way: a draft saved now would come after the form itself
  let expired = false; // the sign-in had run out when this page last asked

  function body(fields) {
    const data = new URLSearchParams({ key, ...fields });
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken?.value || "");
    return data;
  }

  function here(values, tone, sentence, after) {
    shelf.put(key, { values, at: new Date().toISOString(), onServer: false });
    tell(tone, sentence, after);
  }

  async function save(leaving) {
    const values = valuesOf(form);
    if (sent || same(values, last)) return;
    try {
      const fields = { values: JSON.stringify(values), version, page: thisPage };
      const ask = () =>
        fetch(ADDRESS, { method: "POST", body: body(fields), keepalive: leaving === true, redirect: "manual" });
      let answer = await ask();
      if (answer.status === 403 && (await renewed())) answer = await ask();
      expired = answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
      if (answer.status === 409) {
        const { sentence } = await answer.json().catch(() => ({}));
        here(values, "late", sentence || say("conflict"));
      } else if (expired) {
        here(values, "late", say("expired"), signInLink());
      } else if (!answer.ok) here(values, "due", say("offline"));
      else {
        const kept = await answer.json();
        version = String(kept.version ?? "");
        last = values;
        shelf.put(key, { values, at: kept.at, onServer: true });
        tell("done", say("saved", { at: clock(kept.at) }));
      }
    } catch {
      here(values, "due", say("offline"));
    }
  }

  function discardButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say("discard");
    button.addEventListener("click", () => {
      putBack(form, began);
      last = began;
      shelf.drop(key);
      version = "";
      fetch(ADDRESS, { method: "POST", body: body({ discard: "1" }) }).catch(() => {});
      tell("done", say("discarded"));
    });
    return button;
  }

  async function restore() {
    let draft = shelf.get(key);
    try {
      const answer = await fetch(`${ADDRESS}?key=${encodeURIComponent(key)}`, { redirect: "manual" });
      if (answer.status === 200) {
        const kept = await answer.json();
        version = String(kept.version ?? "");
        if (!draft || draft.onServer || new Date(kept.at) >= new Date(draft.at)) draft = kept;
      } else if (answer.status === 204 && draft?.onServer) {
        shelf.drop(key); // the server had it and let it go: it was sent or discarded
        draft = null;
      }
    } catch {
      /* without a connection the draft of this machine is the best there is */
    }
    // What came back refused is newer than any draft, and so is what was typed while the answer was on its way.
    if (!draft || refused() || !same(valuesOf(form), began) || same(typedIn(draft.values), typedIn(began))) return;
    putBack(form, draft.values);
    last = valuesOf(form);
    tell("done", say("restored", { at: clock(draft.at) }), discardButton());
  }

  const name = document.createElement("input");
  Object.assign(name, { type: "hidden", name: "draft", value: key });
  form.append(name);

  restore();
  const timer = setInterval(() => (form.isConnected ? save() : clearInterval(timer)), EVERY);
  let soon = 0;
  form.addEventListener("focusout", () => (soon = setTimeout(save, AFTER_LEAVING)));
  form.addEventListener("submit", (event) => {
    clearTimeout(soon);
    if (!navigator.onLine) {
      // The browser would leave for its own page of errors.
      event.preventDefault();
      here(valuesOf(form), "late", say("not-sent"));
      return;
    }
    sent = true;
    const at = new Date().toISOString();
    shelf.put(key, { values: valuesOf(form), at, onServer: false, sentFrom: location.pathname });
  });
  form.addEventListener("htmx:after:request", (event) => {
    sent = false;
    if (event.detail?.ctx?.response?.raw?.ok) shelf.drop(key);
  });
  window.addEventListener("pagehide", () => save(true));
  window.addEventListener("pageshow", (event) => event.persisted && (sent = false));
  window.addEventListener("online", () => save());
  // Back from the tab of the sign-in: the token of this page is made new before anything is sent with it.
  window.addEventListener("focus", () => expired && save());
}

/** A form that the server gave back because its sign-in had run out: once it is sent, its draft has been sent. */
function held(form) {
  window.addEventListener("focus", () => renewed());
  form.addEventListener("submit", () => {
    const key = form.elements.draft?.value;
    const draft = key && shelf.get(key);
    if (draft) shelf.put(key, { ...draft, sentFrom: location.pathname });
  });
}

// A page reached from a form's page by sending the form: the server has answered, and what it took is no draft.
const [way] = performance.getEntriesByType("navigation");
const from = document.referrer && new URL(document.referrer);
if (way?.type === "navigate" && from && from.origin === location.origin && !refused()) shelf.answered(from.pathname);

everywhere("form[data-draft]", keep);
everywhere("form[data-held]", held);
