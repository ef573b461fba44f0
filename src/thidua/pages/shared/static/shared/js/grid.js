// <table data-grid>: arrow keys and Enter move between the cells that can be filled; a block copied from a
// spreadsheet is pasted over the cells to the right and below. A cell with data-off-grid keeps its keys to itself.

const FIELDS = "input:not([type=hidden]), textarea, select";

const CELLS = "table[data-grid] :is(td, th):not([data-off-grid])";

const fieldOf = (cell) => (cell?.matches("[data-off-grid]") ? null : cell?.querySelector(FIELDS)) || null;

/** The next field from a cell, `down` rows and `across` columns at a time; null at the edge. */
function neighbour(cell, down, across) {
  let row = cell.parentElement;
  let column = cell.cellIndex;
  for (;;) {
    if (down) row = down > 0 ? row.nextElementSibling : row.previousElementSibling;
    column += across;
    if (!row || column < 0 || column >= row.cells.length) return null;
    const field = fieldOf(row.cells[column]);
    if (field && !field.disabled && !field.readOnly) return field;
  }
}

function go(field) {
  if (!field) return false;
  field.focus();
  field.select?.();
  return true;
}

const whole = (field) => field.selectionStart === 0 && field.selectionEnd === field.value.length;

document.addEventListener("keydown", (event) => {
  const field = event.target;
  const cell = field.closest?.(CELLS);
  if (!cell || !field.matches(FIELDS) || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const lines = field.tagName === "TEXTAREA" && field.value.includes("\n");
  const choice = field.tagName === "SELECT";
  const start = choice || whole(field) || field.selectionEnd === 0;
  const end = choice || whole(field) || field.selectionStart === field.value.length;
  const moves = {
    Enter: () => go(neighbour(cell, event.shiftKey ? -1 : 1, 0)),
    ArrowDown: () => !choice && !lines && go(neighbour(cell, 1, 0)),
    ArrowUp: () => !choice && !lines && go(neighbour(cell, -1, 0)),
    ArrowLeft: () => start && go(neighbour(cell, 0, -1)),
    ArrowRight: () => end && go(neighbour(cell, 0, 1)),
  };
  // Enter never sends the whole sheet; at the last row it just stays.
  if (moves[event.key]?.() || (event.key === "Enter" && !choice)) event.preventDefault();
});

function fill(field, text) {
  if (field.tagName === "SELECT") {
    const option = [...field.options].find((each) => each.text.trim() === text || each.value === text);
    if (!option) return;
    field.value = option.value;
  } else field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("paste", (event) => {
  const cell = event.target.closest?.(CELLS);
  if (!cell) return;
  const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\t\n]/.test(text)) return; // one value: the browser's own paste
  event.preventDefault();
  let row = cell.parentElement;
  for (const line of text.split("\n")) {
    if (!row) break;
    line.split("\t").forEach((value, offset) => {
      const field = fieldOf(row.cells[cell.cellIndex + offset]);
      if (field && !field.disabled && !field.readOnly) fill(field, value.trim());
    });
    row = row.nextElementSibling;
  }
});
