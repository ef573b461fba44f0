// Two fields and their percentage: [data-part-of=ID] over [data-whole-of=ID] is shown in [data-share-of=ID] as one
// types. Only a help for the eye: what counts is reckoned by the server from the two figures.

const english = document.documentElement.lang === "en";
const shown = new Intl.NumberFormat(english ? "en" : "vi", { maximumFractionDigits: 2 });

/** A whole figure as officers type it, "1962" or "12.345.678"; NaN for what the server would ask about. */
function whole(text) {
  const bare = text.trim().replace(/[\s\u00a0]/g, "");
  return /^(\d+|\d{1,3}(\.\d{3}){2,})$/.test(bare) ? Number(bare.replaceAll(".", "")) : NaN;
}

function show(id) {
  const part = whole(document.querySelector(`[data-part-of="${id}"]`).value);
  const all = whole(document.querySelector(`[data-whole-of="${id}"]`).value);
  const share = document.querySelector(`[data-share-of="${id}"]`);
  share.value = all > 0 && part <= all ? `${shown.format((part / all) * 100)} %` : "–";
}

const ids = () => new Set([...document.querySelectorAll("[data-part-of]")].map((field) => field.dataset.partOf));

document.addEventListener("input", ({ target }) => {
  const id = target.dataset?.partOf ?? target.dataset?.wholeOf;
  if (id) show(id);
});
ids().forEach(show);
