// What a field lacks is told in the page's language, not the browser's. The server looks as well, and says the same.

import { say } from "./say.js";

const CHOSEN = { "select-one": "lacks-choice", "select-multiple": "lacks-choice", radio: "lacks-choice" };
const told = new WeakSet(); // fields that bear a sentence of ours

function keyOf(field) {
  const { valueMissing, typeMismatch, tooShort, rangeUnderflow, rangeOverflow, badInput } = field.validity;
  if (valueMissing) return CHOSEN[field.type] || { file: "lacks-file", checkbox: "lacks-tick" }[field.type] || "lacks-text";
  if (typeMismatch && field.type === "email") return "no-address";
  if (tooShort) return "too-short";
  if (rangeUnderflow || rangeOverflow) return "out-of-range";
  if (badInput) return "not-one";
  return "";
}

document.addEventListener(
  "invalid",
  ({ target: field }) => {
    if (field.validity.customError) return;
    const key = keyOf(field);
    if (!key) return;
    told.add(field);
    const { minLength: least, value, min, max } = field;
    field.setCustomValidity(say(key, { least, have: value.length, min, max }));
  },
  true,
);

// A field that is being mended is judged anew; radios of one name bear their sentence together.
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, ({ target }) => {
    const alike = target.type === "radio" && target.form ? [...target.form.elements] : [target];
    for (const field of alike) {
      if (!told.has(field) || (field !== target && field.name !== target.name)) continue;
      told.delete(field);
      field.setCustomValidity("");
    }
  });
}
