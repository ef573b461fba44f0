// Findings that have not been sent, with their photographs, in this browser's own database: closing the page or the
// phone loses none of them. One store, `items`: {id, who, to, fields: [[name, text]], files: [[name, File]], about,
// text, at, refused}. `id` is the form's key, so that what arrives twice counts once.

const NAME = "thidua-queue";
const STORE = "items";

let opening = null;

function opened() {
  opening ??= new Promise((resolve, reject) => {
    if (!("indexedDB" in window)) return reject(new Error("no store"));
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "id" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opening;
}

async function ask(mode, request) {
  const base = await opened();
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(STORE, mode);
    const asked = request(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const shelf = {
  /** Whether this browser keeps anything at all; a private window may refuse. */
  works: () =>
    opened().then(
      () => true,
      () => false,
    ),
  put: (item) => ask("readwrite", (store) => store.put(item)),
  drop: (id) => ask("readwrite", (store) => store.delete(id)),
  get: (id) => ask("readonly", (store) => store.get(id)),
  /** What one reader has waiting, oldest first; another reader of the same phone sees and sends none of it. */
  async of(who) {
    const all = await ask("readonly", (store) => store.getAll());
    return all.filter((item) => item.who === who).sort((a, b) => a.at.localeCompare(b.at));
  },
};
