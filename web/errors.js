// Errors of the engine: at the input they are about, and their problems with line and column.

import { element } from "./dom.js";
import { list, rich } from "./rich.js";
import { label } from "./text.js";

/** Marks the input of a form that an error is about, or none. Returns whether there is one that is visible. */
export function mark(form, error) {
  const id = `${form.id}-error`;
  document.getElementById(id)?.remove();
  for (const marked of form.querySelectorAll(`[aria-describedby="${id}"]`)) {
    marked.removeAttribute("aria-describedby");
    marked.removeAttribute("aria-invalid");
  }
  const place = error?.option ? find(form, error.option) : null;
  if (place === null) return false;
  place.setAttribute("aria-describedby", id);
  place.setAttribute("aria-invalid", "true");
  (place.closest(".pair") ?? place.closest(".field") ?? place).append(message(error, id));
  return true;
}

/** The text of an error with its hints and problems. */
export function message(error, id = "") {
  return element("div", { className: "error", id }, rich("p", error.text), list(error.hints), problems(error.problems));
}

function find(form, option) {
  const places = form.querySelectorAll(`[name="${CSS.escape(option)}"], [data-option="${CSS.escape(option)}"]`);
  return [...places].find((place) => place.closest("[hidden]") === null) ?? null;
}

function problems(found) {
  if (!found?.length) return null;
  const titles = ["page-problem-line", "page-problem-column", "page-problem"].map(label);
  const rows = found.map(({ line, column, text }) => [line, column, text]);
  return element("table", { className: "problems" },
    element("thead", {}, element("tr", {}, ...titles.map((title) => rich("th", title, { scope: "col" })))),
    element("tbody", {}, ...rows.map((row) =>
      element("tr", {}, ...row.map((text) => rich("td", String(text ?? "")))))));
}
