// Options that have no input on the page: they come from links of the command line, and each can be removed.

import { byId, element } from "./dom.js";
import { pairs, remove } from "./state.js";
import { label } from "./text.js";

/** Shows a chip for each option that `shows(name, value, at)` says no input shows. */
export function showChips(shows) {
  const isFocused = byId("chips").contains(document.activeElement);
  const seen = new Map();
  const chips = [];
  pairs().forEach(([name, value], place) => {
    const at = seen.get(name) ?? 0;
    seen.set(name, at + 1);
    if (!shows(name, value, at)) chips.push(chip(name, value, place));
  });
  byId("chips").hidden = chips.length === 0;
  byId("chips").querySelector("ul").replaceChildren(...chips);
  if (isFocused) (byId("chips").querySelector("button") ?? byId("resident")).focus();
}

function chip(name, value, place) {
  const text = value === "true" || value === "" ? name : `${name}: ${value}`;
  const cross = element("span", { ariaHidden: "true", textContent: "×" });
  const meaning = element("span", { className: "unseen", textContent: ` ${label("page-remove")}` });
  return element("li", {}, element("button", { type: "button", onclick: () => remove(place) }, text, meaning, cross));
}
