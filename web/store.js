// What stays on the phone between visits. Without storage, as in a private window, nothing is remembered.

const PREFIX = "simplan-";

/** The value kept under a name, or the fallback. */
export function load(name, fallback) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value; `null` forgets it. Returns whether that worked. */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
