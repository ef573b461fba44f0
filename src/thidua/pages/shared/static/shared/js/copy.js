// <button data-copy="ID" data-then="FORM">: copies the text of the element with that id, and says so; then the form of
// that id, where there is one, is sent without leaving the page.

import { say } from "./say.js";

async function copied(text, source) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https there is no clipboard: select the text, so that Ctrl C takes it.
    getSelection().selectAllChildren(source);
    return document.execCommand("copy");
  }
  return true;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  const source = button && document.getElementById(button.dataset.copy);
  if (!source) return;
  const text = "value" in source ? source.value : source.innerText;
  if (!(await copied(text, source))) return;
  const form = document.getElementById(button.dataset.then);
  if (form) fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual", keepalive: true });
  let line = button.parentElement.querySelector("[data-copied]");
  if (!line) {
    line = document.createElement("span");
    line.className = "small";
    line.dataset.copied = "";
    line.setAttribute("role", "status");
    button.after(line);
  }
  line.textContent = say("copied");
  setTimeout(() => (line.textContent = ""), 3000);
});
