// <input data-weekdays="Thứ Hai|…|Chủ nhật"> with an element after it: the day of the week of what is typed, as it is typed.

import { everywhere } from "./say.js";

const WRITTEN = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/;

/** The place of the day in a week that begins on Monday; -1 for what is no day. */
function placeOf(text) {
  const [, day, month, year] = WRITTEN.exec(text)?.map(Number) || [];
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCDate() === day ? (found.getUTCDay() + 6) % 7 : -1;
}

everywhere("input[data-weekdays]", (field) => {
  const words = field.dataset.weekdays.split("|");
  field.addEventListener("input", () => (field.nextElementSibling.textContent = words[placeOf(field.value)] || ""));
});
