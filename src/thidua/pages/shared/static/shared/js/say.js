// Sentences for the reader, in the page's language: they stand in the template with id "sentences".

const box = document.getElementById("sentences");

export const signInAddress = box?.dataset.signIn || "";

/** Who reads this page, as a token without a name: one reader's drafts are not shown to the next. */
export const reader = box?.dataset.who || "";

/** The sentence under `key` with {names} filled in; the key itself where a page brings no sentences. */
export function say(key, values = {}) {
  const line = box?.content.querySelector(`[data-key="${key}"]`);
  const text = line ? line.textContent : key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Hours and minutes of an instant, as the rest of the product writes them. */
export function clock(at = new Date()) {
  return new Date(at).toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" });
}

/** Runs `setUp` on every element that matches, now and in each part that is swapped in later; once each. */
export function everywhere(selector, setUp) {
  const done = new WeakSet();
  const look = () => {
    for (const element of document.querySelectorAll(selector)) {
      if (done.has(element)) continue;
      done.add(element);
      setUp(element);
    }
  };
  look();
  document.addEventListener("htmx:after:swap", look);
  document.addEventListener("part:swapped", look);
}
