// Menus close when one looks elsewhere; dialogs open in browsers that do not know the `command` attribute yet;
// a refusal takes the focus, so that it is read out.

import { everywhere } from "./say.js";

const openMenus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  if ("commandForElement" in HTMLButtonElement.prototype) return;
  const button = event.target.closest?.("button[commandfor]");
  const dialog = button && document.getElementById(button.getAttribute("commandfor"));
  if (!dialog) return;
  if (button.getAttribute("command") === "show-modal") dialog.showModal();
  if (button.getAttribute("command") === "close") dialog.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

everywhere("[data-refusal]", (refusal) => refusal.focus());
