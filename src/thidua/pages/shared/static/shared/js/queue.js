// <form data-queue>: what is sent is first kept on this machine (queue_shelf.js), then sent; without a line it waits and is
// sent when the line is back, when the page is opened again or when the reader presses. [data-unsent] says how much
// waits and why. Without scripts or without a store the form is an ordinary form.
//
// The server: a POST with the header X-Queue answers 200 {"said"}, and {"to"} where a sent form leads on; 422 with the page that says why not; 401, 403 or a
// redirect when the sign-in has run out. The form's key makes a second arrival answer like the first.

import { clock, everywhere, reader, signInAddress } from "./say.js";
import { renewed } from "./token.js";
import { shelf } from "./queue_shelf.js";

const EVERY = 30000;
const CODES = "abcdefghijklmnopqrstuvwxyz0123456789";

const words = document.getElementById("queue-sentences");
const say = (key, values = {}) =>
  (words?.content.querySelector(`[data-key="${key}"]`)?.textContent ?? key).replace(
    /\{(\w+)\}/g,
    (whole, name) => values[name] ?? whole,
  );

const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => CODES[byte % CODES.length]).join("");

const tell = { state: "", sending: false, again: false, expired: false, to: "" };

/** What the form holds as an item to keep; `about` is how the list calls it. */
function itemOf(form) {
  const data = new FormData(form);
  const fields = [];
  const files = [];
  for (const [name, value] of data) {
    if (value instanceof File) value.size && files.push([name, value]);
    else if (name !== "csrfmiddlewaretoken") fields.push([name, value]);
  }
  const chosen = form.elements.content;
  return {
    id: data.get("key"),
    who: reader,
    to: new URL(form.action, location.href).pathname,
    page: location.pathname,
    fields,
    files,
    about: chosen?.selectedOptions?.[0]?.textContent ?? "",
    text: data.get("text") ?? "",
    at: new Date().toISOString(),
    refused: "",
  };
}

function bodyOf(item) {
  const body = new FormData();
  for (const [name, value] of item.fields) body.append(name, value);
  for (const [name, file] of item.files) body.append(name, file, file.name);
  const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  if (token) body.append("csrfmiddlewaretoken", token);
  return body;
}

const post = (item) =>
  fetch(item.to, { method: "POST", body: bodyOf(item), headers: { "X-Queue": "1" }, redirect: "manual" });

const isExpired = (answer) => answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;

/** Sends one item: "sent", "refused" (kept with the reason), "expired" or "waiting". */
async function send(item) {
  let answer;
  try {
    answer = await post(item);
    if (answer.status === 403 && (await renewed())) answer = await post(item);
  } catch {
    return "waiting";
  }
  if (isExpired(answer)) return "expired";
  if (answer.ok) {
    tell.to = (await answer.json().catch(() => ({}))).to ?? "";
    await shelf.drop(item.id);
    return "sent";
  }
  if (answer.status === 422 || answer.status === 404) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const why = answer.status === 422 ? page.querySelector("[data-refusal]")?.textContent.trim() : "";
    await shelf.put({ ...item, refused: why || say("not-yours") });
    return "refused";
  }
  tell.state = say("busy");
  return "waiting";
}

/** Sends all that waits, one after the other. Asked while it is at work (the line has just come back), it goes round
 * once more at its end. */
async function sendAll() {
  if (tell.sending) {
    tell.again = true;
    return;
  }
  tell.sending = true;
  tell.again = false;
  let sent = 0;
  try {
    for (const item of await shelf.of(reader)) {
      if (item.refused) continue;
      tell.state = say("sending");
      await show();
      const outcome = await send(item);
      tell.expired = outcome === "expired";
      if (outcome === "sent") sent += 1;
      if (outcome === "expired") tell.state = say("expired");
      if (outcome === "waiting" && tell.state === say("sending")) tell.state = say("waiting");
      if (outcome === "expired" || outcome === "waiting") break;
    }
    if (sent) tell.state = say("sent", { at: clock() });
  } finally {
    tell.sending = false;
  }
  await show();
  if (sent) await refresh();
  if (tell.again) await sendAll();
}

/** The parts of the page that show what the server has, fetched anew; what is being typed stays. */
async function refresh() {
  const parts = [...document.querySelectorAll("[data-fresh]")];
  if (!parts.length) return;
  try {
    const answer = await fetch(location.href, { redirect: "manual" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of parts) {
      const fresh = page.querySelector(`[data-fresh="${part.dataset.fresh}"]`);
      if (fresh && !part.contains(document.activeElement)) part.replaceWith(fresh);
    }
    document.dispatchEvent(new CustomEvent("part:swapped"));
  } catch {
    /* the line has dropped again: what was sent is safe, the list is shown next time */
  }
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn small";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

const paragraph = (text, name = "") => Object.assign(document.createElement("p"), { textContent: text, className: name });

/** As the rest of the page writes figures; the smallest file is a tenth. */
const megabytes = (bytes) =>
  Math.max(bytes / 1e6, 0.1).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

/** Back into the form, photographs too, to be mended and sent under a new key. */
function putBack(form, item) {
  for (const [name, value] of item.fields) {
    const field = form.elements[name];
    if (name === "key" || !field) continue;
    if (field instanceof RadioNodeList) for (const one of field) one.checked = one.value === value;
    else field.value = value;
  }
  for (const [name, file] of item.files) {
    const carried = new DataTransfer();
    carried.items.add(file);
    if (form.elements[name]) form.elements[name].files = carried.files;
  }
  form.elements.text?.focus();
}

function line(item) {
  const row = document.createElement("li");
  const bytes = item.files.reduce((sum, [, file]) => sum + file.size, 0);
  row.append(paragraph([item.about, item.text].filter(Boolean).join(": ")));
  if (item.files.length) {
    row.append(paragraph(say("files", { n: item.files.length, size: megabytes(bytes) }), "small"));
  }
  row.append(paragraph(say("kept", { at: clock(item.at) }), "small"));
  if (!item.refused) return row;
  row.append(paragraph(say("refused", { why: item.refused }), "why"));
  const acts = Object.assign(document.createElement("div"), { className: "acts" });
  const form = document.querySelector("form[data-queue]");
  if (form && new URL(form.action).pathname === item.to) {
    acts.append(
      button(say("put-back"), async () => {
        putBack(form, item);
        await shelf.drop(item.id);
        await show();
      }),
    );
  }
  acts.append(
    button(say("drop"), async () => {
      if (!window.confirm(say("sure"))) return;
      await shelf.drop(item.id);
      await show();
    }),
  );
  row.append(acts);
  return row;
}

async function show() {
  const items = await shelf.of(reader);
  for (const box of document.querySelectorAll("[data-unsent]")) {
    box.hidden = !items.length;
    const count = items.length === 1 ? say("one") : say("many", { n: items.length });
    box.querySelector("[data-unsent-head]").textContent = count;
    const state = box.querySelector("[data-unsent-state]");
    state.replaceChildren(tell.state || say("waiting"));
    if (tell.expired) {
      const link = Object.assign(document.createElement("a"), { href: signInAddress || "/", target: "_blank" });
      link.rel = "noopener";
      link.textContent = say("sign-in");
      state.append(" ", link);
    }
    box.querySelector("[data-unsent-list]").replaceChildren(...items.map(line));
  }
}

/** Ready for the next finding: what was chosen stays, what was written goes, under a new key. */
function clear(form) {
  form.elements.text.value = "";
  for (const field of form.querySelectorAll("input[type=file]")) field.value = "";
  for (const kept of form.querySelectorAll("input[name$=_kept]")) kept.remove();
  form.elements.key.value = newKey();
  form.elements.text.focus();
}

async function keepAndSend(form) {
  const item = itemOf(form);
  try {
    await shelf.put(item);
  } catch {
    form.submit(); // the store is full or forbidden: the browser sends it, and tells if it cannot
    return;
  }
  const told = form.querySelector("[data-queue-line]");
  if (told) told.textContent = say("kept", { at: clock(item.at) });
  clear(form);
  tell.state = "";
  await show();
  await sendAll();
  if (tell.to && !(await shelf.get(item.id))) location.assign(tell.to);
  else if (told && !(await shelf.get(item.id))) told.textContent = say("sent", { at: clock() });
}

if (await shelf.works()) {
  navigator.storage?.persist?.().catch(() => {}); // not to be thrown out when the phone is full
  everywhere("form[data-queue]", (form) => {
    form.dataset.again = "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keepAndSend(form);
    });
  });
  document.addEventListener("click", (event) => event.target.closest?.("[data-unsent-send]") && sendAll());
  window.addEventListener("online", sendAll);
  window.addEventListener("focus", sendAll);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendAll());
  setInterval(sendAll, EVERY);
  await show();
  await sendAll();
}
