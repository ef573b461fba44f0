// <button data-print hidden>: prints the page; without scripts it stays hidden, the browser's own menu prints as well.

import { everywhere } from "./say.js";

everywhere("[data-print]", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
