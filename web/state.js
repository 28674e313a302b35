// The question that the page asks: options of `simplan compare`, kept in the fragment of the address.

import { keep, load } from "./store.js";

/** Options that only the renewal steps and the counter card know. */
const OF_STEPS = ["channel", "pay", "plan", "number"];

/** Milliseconds without a change after which the address is written. */
const QUIET = 200;

let state = new URLSearchParams();
let writing = null;
let publish = () => {};

/** Calls `listener` after every change. */
export function onChange(listener) {
  publish = listener;
}

/** The first value of an option, or an empty text. */
export function get(name) {
  return state.get(name) ?? "";
}

/** Every option with its value, in order. */
export function pairs() {
  return [...state];
}

/** Sets options; an empty value removes one. Of a repeated option it changes the first. */
export function set(values) {
  for (const [name, value] of Object.entries(values)) {
    const others = state.getAll(name).slice(1);
    if (value) state.set(name, value);
    else state.delete(name);
    for (const other of others) state.append(name, other);
  }
  changed();
}

/** Sets the need of data in place of any other way to say it. */
export function setNeed(values) {
  set({ data: "", "per-day": "", use: "", budget: "", ...values });
}

/** Removes one pair. */
export function remove(place) {
  state = new URLSearchParams(pairs().filter((_, at) => at !== place));
  changed();
}

/** The question for a command. The number of the line is added only where it is needed, and is never in a link. */
export function question(command) {
  const asked = new URLSearchParams(state);
  asked.set("lang", document.documentElement.lang);
  if (command !== "renew-steps" && command !== "card") OF_STEPS.forEach((name) => asked.delete(name));
  else if (load("number", "")) asked.set("number", load("number", ""));
  return encoded(asked);
}

/** The question for what depends on the language only. */
export function languageOnly() {
  return `lang=${document.documentElement.lang}`;
}

/** A link to this question. */
export function link() {
  return `${location.href.split("#")[0]}#${encoded(state)}`;
}

/** Reads the address when the page opens: its fragment, else the last question, else an example. */
export function start() {
  state = new URLSearchParams(location.hash.slice(1) || load("last", "days=10&data=10GB"));
  addEventListener("pagehide", () => writing !== null && writeAddress());
  addEventListener("hashchange", () => {
    state = new URLSearchParams(location.hash.slice(1));
    changed();
  });
}

/** Tells the page, and then writes the address: that takes longer than an answer, so typing does not wait for it. */
export function changed() {
  // Whoever made the link has another number.
  state.delete("number");
  publish();
  clearTimeout(writing);
  writing = setTimeout(writeAddress, QUIET);
}

function writeAddress() {
  clearTimeout(writing);
  writing = null;
  const fragment = encoded(state);
  keep("last", fragment);
  try {
    history.replaceState(null, "", `#${fragment}`);
  } catch {
    // Some browsers limit how often the address may change; the next change writes it.
  }
}

function encoded(pairs) {
  return pairs.toString().replaceAll("+", "%20");
}
