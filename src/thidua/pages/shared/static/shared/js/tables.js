// <table data-sortable>: heads sort on the page, in Vietnamese order; the third press gives the first order back.
// <table data-filter>: a box above it keeps the rows that hold what is typed, with or without diacritics.
// A head may say data-type="number|date|text" or data-sort="no"; a cell may carry data-value to be sorted by.

import { everywhere, say } from "./say.js";

const order = new Intl.Collator("vi", { numeric: true });
const english = document.documentElement.lang === "en";

/** 1.234,5 as a number, in English 1,234.5; NaN where there is none. */
export function figure(text) {
  const bare = text.replace(/[^\d.,+\-−]/g, "").replace("−", "-");
  const plain = english ? bare.replaceAll(",", "") : bare.replaceAll(".", "").replace(",", ".");
  return plain === "" ? NaN : Number(plain);
}

/** 3/6/2016 as 20160603; the year may be missing. */
export function dayNumber(text) {
  const found = text.match(/(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/);
  return found ? Number(found[3] || 0) * 10000 + Number(found[2]) * 100 + Number(found[1]) : NaN;
}

/** Lower case without diacritics, đ as d. */
export function folded(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

function worth(row, column, type) {
  const cell = row.cells[column];
  const text = (cell?.dataset.value ?? cell?.innerText ?? "").trim();
  if (cell?.dataset.value !== undefined && type !== "text") return Number(text);
  return type === "number" ? figure(text) : type === "date" ? dayNumber(text) : text;
}

const missing = (value) => value === "" || Number.isNaN(value);

function compare(a, b) {
  return typeof a === "string" ? order.compare(a, b) : a - b;
}

function sortBy(table, head, first) {
  const body = table.tBodies[0];
  const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")];
  for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.setAttribute("aria-sort", "none");
  head.setAttribute("aria-sort", next);
  const type = head.dataset.type || (head.classList.contains("num") ? "number" : "text");
  const turn = next === "descending" ? -1 : 1;
  const rows = [...first];
  if (next !== "none")
    rows.sort((one, two) => {
      const [a, b] = [worth(one, head.cellIndex, type), worth(two, head.cellIndex, type)];
      if (missing(a) || missing(b)) return missing(a) - missing(b); // what is missing stays at the end
      return turn * compare(a, b);
    });
  body.append(...rows);
}

everywhere("table[data-sortable]", (table) => {
  const first = [...table.tBodies[0].rows];
  for (const head of table.tHead.querySelectorAll("th[scope=col]")) {
    if (head.dataset.sort === "no" || head.colSpan > 1) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => sortBy(table, head, first));
  }
});

everywhere("table[data-filter]", (table) => {
  const box = document.createElement("input");
  box.type = "search";
  box.placeholder = say("filter");
  box.setAttribute("aria-label", say("filter"));
  const count = document.createElement("span");
  count.className = "small";
  count.setAttribute("role", "status");
  const line = document.createElement("div");
  line.className = "table-find";
  line.append(box, count);
  (table.closest(".scroll") || table).before(line);
  box.addEventListener("input", () => {
    const wanted = folded(box.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of table.tBodies[0].rows) {
      const text = folded(row.innerText || row.textContent);
      row.hidden = !wanted.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    count.textContent = wanted.length ? say("rows", { n: shown }) : "";
  });
});
