// <input type="checkbox" data-pick-all="NAME" hidden>: ticks or clears every box of that name in its form.

for (const all of document.querySelectorAll("[data-pick-all]")) {
  const boxes = () => [...all.form.querySelectorAll(`input[name="${all.dataset.pickAll}"]`)];
  const look = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    all.checked = ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.hidden = false;
  all.addEventListener("change", () => boxes().forEach((box) => (box.checked = all.checked)));
  all.form.addEventListener("change", (event) => event.target !== all && look());
  look();
}
