// The board's cells: what a cell explains shows while the pointer rests on it or the keyboard stands in it, and a
// press keeps it; arrow keys go from cell to cell. Without this file a press still opens it.

const REST = 300; // ms of the pointer before it shows
const GRACE = 150; // ms to get from the cell over to what it shows

for (const button of document.querySelectorAll(".board td > button[popovertarget]")) {
  const cell = button.parentElement;
  const shown = document.getElementById(button.getAttribute("popovertarget"));
  const isOpen = () => shown.matches(":popover-open");
  let timer = 0;
  let kept = false;
  const later = (act, ms) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const show = () => isOpen() || shown.showPopover({ source: button });
  const hide = () => isOpen() && !kept && !cell.matches(":focus-within") && shown.hidePopover();

  cell.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(show, REST));
  cell.addEventListener("pointerleave", () => later(hide, GRACE));
  cell.addEventListener("focusin", () => button.matches(":focus-visible") && later(show, 0));
  cell.addEventListener("focusout", () => later(hide, 0));
  button.addEventListener("click", (event) => {
    clearTimeout(timer);
    if (isOpen() && !kept) event.preventDefault();
    kept = true;
  });
  shown.addEventListener("toggle", (event) => {
    if (event.newState === "closed") kept = false;
  });
}

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

document.addEventListener("keydown", (event) => {
  const cell = event.target.closest?.(".board td");
  const move = MOVES[event.key];
  if (!cell || !move || !event.target.matches("td > button")) return;
  const row = cell.closest("tbody").rows[cell.parentElement.sectionRowIndex + move[0]];
  const next = row?.cells[cell.cellIndex + move[1]]?.querySelector("td > button");
  if (!next) return;
  event.preventDefault();
  next.focus();
});
