// <section id="board" data-live="/live/…" data-part="/…">: hears of changes and fetches its part anew; the answer
// is the part itself, or a page that holds an element with the same id. A hidden tab lets go of its stream (a
// browser has six connections), a broken one asks every 5 seconds. Elements marked data-live-state say how it stands.

import { everywhere, say } from "./say.js";

const EVERY = 5000;
const RETRY = 30000;

/** Makes `old` read like `fresh`, keeping the elements that stay: so a segment fades to gold instead of jumping. */
export function morph(old, fresh) {
  if (old.tagName !== fresh.tagName || old.children.length !== fresh.children.length || mixed(old) || mixed(fresh)) {
    old.replaceWith(fresh);
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (!old.children.length) {
    if (old.textContent !== fresh.textContent) old.textContent = fresh.textContent;
    return;
  }
  const pairs = [...old.children].map((child, i) => [child, fresh.children[i]]);
  for (const [one, two] of pairs) morph(one, two);
}

/** Whether an element holds text between its children; such a one is replaced as a whole. */
function mixed(element) {
  return element.children.length > 0 && [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
}

function show(state) {
  for (const dot of document.querySelectorAll("[data-live-state]")) {
    dot.dataset.state = state;
    dot.textContent = say(state);
  }
}

async function renew(part) {
  if (part.fetching) {
    part.again = true;
    return;
  }
  part.fetching = true;
  try {
    const answer = await fetch(part.element.dataset.part, { headers: { "HX-Request": "true" } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { element } = part;
    const fresh = page.getElementById(element.id);
    if (fresh && fresh.children.length === element.children.length && !mixed(element))
      [...element.children].forEach((child, i) => morph(child, fresh.children[i].cloneNode(true)));
    else element.replaceChildren(...(fresh || page.body).childNodes);
    document.dispatchEvent(new Event("part:swapped"));
  } catch {
    show("lost");
  } finally {
    part.fetching = false;
    if (part.again) {
      part.again = false;
      renew(part);
    }
  }
}

function listen(element) {
  const part = { element };
  let stream = null;
  let timer = 0;

  function poll() {
    show("polling");
    clearInterval(timer);
    timer = setInterval(() => renew(part), EVERY);
    setTimeout(() => !document.hidden && timer && open(), RETRY);
  }
  function close() {
    stream?.close();
    stream = null;
    clearInterval(timer);
    timer = 0;
  }
  function open() {
    close();
    if (!window.EventSource) return poll();
    stream = new EventSource(element.dataset.live);
    stream.onopen = () => show("live");
    stream.onmessage = () => renew(part);
    stream.addEventListener("change", () => renew(part));
    stream.onerror = () => {
      close();
      poll();
    };
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      close();
      show("paused");
    } else {
      open();
      renew(part);
    }
  });
  window.addEventListener("pagehide", close);
  if (!document.hidden) open();
}

everywhere("[data-live]", listen);
