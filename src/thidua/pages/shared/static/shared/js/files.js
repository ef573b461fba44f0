// <input type=file>: button and name in the page's language, not the browser's; the field itself lies over both, so that
// it is pressed, dropped on and read out as ever. A file that is empty or too large is told at once, before anything is
// sent. The server looks as well.

import { everywhere, say } from "./say.js";

const NAMED = 3; // files that are named one by one

function part(kind, text) {
  const found = document.createElement("span");
  found.className = kind;
  found.textContent = text;
  found.setAttribute("aria-hidden", "true"); // the field says it itself
  return found;
}

function named(files) {
  if (!files.length) return say("no-file");
  return files.length > NAMED ? say("files-chosen", { n: files.length }) : [...files].map((file) => file.name).join(", ");
}

everywhere("input[type=file]", (field) => {
  const box = document.createElement("span");
  const name = part("name", named(field.files));
  box.className = `file ${field.className}`;
  field.replaceWith(box);
  box.append(part("btn", say(field.multiple ? "choose-files" : "choose-file")), name, field);
  field.addEventListener("change", () => (name.textContent = named(field.files)));
});

everywhere("input[type=file][data-most]", (field) => {
  field.addEventListener("change", () => {
    const most = Number(field.dataset.most);
    const wrong = [...field.files].find((file) => !file.size || file.size > most);
    const key = wrong && (wrong.size ? "file-too-large" : "file-empty");
    field.setCustomValidity(wrong ? say(key, { name: wrong.name, most: Math.floor(most / 1e6) }) : "");
    if (wrong) field.reportValidity();
  });
});
