// What stays on the phone between visits. Without storage, as in a private window, it stays until the page closes.

const PREFIX = "simplan-";

/** The values that could not be stored. */
const unstored = new Map();

/** Calls `listener` when another tab has changed what is kept under a name. */
export function onKept(name, listener) {
  addEventListener("storage", ({ key }) => key === PREFIX + name && listener());
}

/** The value kept under a name, or the fallback. */
export function load(name, fallback) {
  if (unstored.has(name)) return unstored.get(name) ?? fallback;
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value; `null` forgets it. Returns whether it stays after the page closes. */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
    unstored.delete(name);
    return true;
  } catch {
    unstored.set(name, value);
    return false;
  }
}
