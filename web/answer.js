// The answer of `compare`: the sentence, a card for each seller, and why the other plans are not in it.

import { timeline, track } from "./blocks.js";
import { byId, disclosure, element, list, rich } from "./dom.js";
import { mark, message } from "./errors.js";
import { label } from "./text.js";

/** Shows a view of `compare`, or its error. */
export function showAnswer({ ok, error }) {
  byId("progress").hidden = true;
  byId("results").hidden = !ok;
  byId("sentence").classList.toggle("wrong", !ok);
  const isMarked = mark(byId("form"), error);
  const place = byId("sentence").querySelector("p");
  if (ok) place.replaceChildren(rich("strong", ok.sentence));
  else place.replaceChildren(isMarked ? rich("span", error.text) : message(error));
  if (ok) showView(ok);
}

function showView({ remarks, notes, warnings, advice, cards, why_not: reasons }) {
  byId("remarks").replaceChildren(...[
    ...remarks.map((text) => rich("p", text)),
    list(warnings, { className: "warnings" }),
    list(advice, { className: "advice" }),
    list(notes, { className: "notes" }),
  ].filter((node) => node !== null));
  byId("show-card").parentElement.hidden = cards.length === 0;
  byId("cards").replaceChildren(...cards.map(card));
  byId("why-not").hidden = reasons.length === 0;
  byId("why-not").lastElementChild.replaceChildren(...reasons.map(({ reason, items }) =>
    items.length ? disclosure(reason, list(items)) : rich("p", reason)));
}

function card({ seller, total, is_first, is_mine, items, remarks, renewals, timeline: days, others }) {
  return element("article", { className: is_first ? "card first" : "card" },
    element("div", { className: "head" }, rich("h3", seller), element("p", { className: "total" }, rich("bdi", total))),
    element("ul", { className: "items" }, ...items.map(item)),
    is_mine && !items.some((bought) => bought.is_mine) ? element("p", {}, mine()) : null,
    renewals ? rich("p", renewals, { className: "renewals" }) : null,
    days === null ? null : is_first ? timeline(days) : track(days.rows),
    list(remarks, { className: "notes" }),
    others.length ? disclosure(label("page-also"), list(others)) : null);
}

function item({ text, count, is_mine }) {
  const times = count > 1 ? `${count} × ` : "";
  return element("li", {}, rich("bdi", `${times}${text}`), is_mine ? mine() : null);
}

/** The mark of a price that the user has entered. */
export function mine() {
  return element("span", { className: "mine", textContent: label("page-mine") });
}
