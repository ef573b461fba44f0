// A file that is empty or too large is told at once, before anything is sent. The server looks as well.

import { everywhere, say } from "./say.js";

everywhere("input[type=file][data-most]", (field) => {
  field.addEventListener("change", () => {
    const most = Number(field.dataset.most);
    const wrong = [...field.files].find((file) => !file.size || file.size > most);
    const key = wrong && (wrong.size ? "file-too-large" : "file-empty");
    field.setCustomValidity(wrong ? say(key, { name: wrong.name, most: Math.floor(most / 1e6) }) : "");
    if (wrong) field.reportValidity();
  });
});
