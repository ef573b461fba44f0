// What a draft holds, and where this machine keeps it.

import { reader } from "./say.js";

const LEFT_OUT = new Set(["csrfmiddlewaretoken", "key"]);
const NOT_KEPT = new Set(["file", "password", "hidden", "submit", "button"]);

// What a form began with goes with its draft: one that comes back after another has saved must meet that save.
const isKept = (field) => !NOT_KEPT.has(field.type) || "withDraft" in field.dataset;

/** A form's values as {name: [text, …]}; no files, no passwords, nothing hidden but what it began with. */
export function valuesOf(form) {
  const values = {};
  for (const field of form.elements) {
    if (!field.name || LEFT_OUT.has(field.name) || !isKept(field)) continue;
    const list = (values[field.name] ??= []);
    if (field.type === "checkbox" || field.type === "radio") {
      if (field.checked) list.push(field.value);
    } else if (field.multiple) list.push(...[...field.selectedOptions].map((option) => option.value));
    else list.push(field.value);
  }
  return values;
}

/** Puts values back, telling other scripts about each change. */
export function putBack(form, values) {
  const seen = {};
  for (const field of form.elements) {
    const list = values[field.name];
    if (!list || field.type === "file" || (field.type === "hidden" && !isKept(field))) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = list.includes(field.value);
    else if (field.multiple) for (const option of field.options) option.selected = list.includes(option.value);
    else field.value = list[(seen[field.name] = (seen[field.name] ?? -1) + 1)] ?? "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Without what the form began with. */
export const typedIn = ({ version, seen, ...typed }) => typed;

export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Drafts on this machine; a full or forbidden store loses nothing that the server has. */
export const shelf = {
  name: (key) => `thidua-draft:${reader}:${key}`,
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(this.name(key)));
    } catch {
      return null;
    }
  },
  put(key, draft) {
    try {
      localStorage.setItem(this.name(key), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(this.name(key));
    } catch {
      /* nothing was kept */
    }
  },
  /** Lets go of drafts that were sent from `page` and answered: their form's own page has led here. */
  answered(page) {
    let names = [];
    try {
      names = Object.keys(localStorage);
    } catch {
      /* no store, nothing kept */
    }
    for (const name of names.filter((each) => each.startsWith(this.name("")))) {
      const key = name.slice(this.name("").length);
      if (this.get(key)?.sentFrom === page) this.drop(key);
    }
  },
};
