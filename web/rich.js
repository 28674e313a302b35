// Texts of the engine, whose words between backticks are shown for what they are: an option as the label of its input, a
// command as a way to its place on the page, anything else as code.

import { byId, element } from "./dom.js";
import { label } from "./text.js";

let go = () => {};

/** Calls `listener` with the name and the words of a command whose place the user asks for. */
export function onGo(listener) {
  go = listener;
}

/** A text as an element. */
export function rich(tag, text, properties = {}) {
  const parts = text.split("`");
  return element(tag, properties, ...parts.map((part, at) => (at % 2 === 1 ? code(part) : part)));
}

/** A list of texts, or `null` if there are none. */
export function list(texts, properties = {}) {
  if (!texts?.length) return null;
  return element("ul", properties, ...texts.map((text) => rich("li", text)));
}

function code(text) {
  const input = /^--[a-z-]+$/.test(text) ? byId(text.slice(2)) : null;
  const title = input?.labels?.[0];
  if (title) return element("b", { textContent: title.textContent });
  const [, command, words] = /^simplan (faq|renew-steps) ([^A-Z]+)$/.exec(text) ?? [];
  if (!command) return element("code", { textContent: text });
  const name = label(command === "faq" ? "page-see" : "page-steps");
  return element("button", { type: "button", className: "inline", onclick: () => go(command, words) }, name);
}
