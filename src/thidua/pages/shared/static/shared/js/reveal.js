// <label data-reveal hidden><input type="checkbox">: shows what is typed into the password fields of its form.

import { everywhere } from "./say.js";

everywhere("[data-reveal]", (label) => {
  const fields = [...label.closest("form").querySelectorAll("input[type=password]")];
  label.hidden = false;
  label.querySelector("input").addEventListener("change", (event) => {
    for (const field of fields) field.type = event.target.checked ? "text" : "password";
  });
});
