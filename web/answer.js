// The answer of `compare`: the sentence, a card for each seller, and why the other plans are not in it.

import { timeline, track } from "./blocks.js";
import { byId, disclosure, drawWhenOpen, element, list, rich } from "./dom.js";
import { mark, message } from "./errors.js";
import { label } from "./text.js";

/** The sellers whose cards are shown at once; the others are one tap away. */
const SHOWN = 4;

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

function showView({ remarks, notes, warnings, cards }) {
  fill("remarks", [...remarks.map((text) => rich("p", text)), list(warnings, { className: "warnings" })]);
  fill("notes", [list(notes, { className: "notes" })]);
  byId("show-card").parentElement.hidden = cards.length === 0;
  byId("schedule").hidden = cards.length === 0;
  fill("cards", cards.slice(0, SHOWN).map((of) => card(of, remarks)));
  byId("more-cards").hidden = cards.length <= SHOWN;
  drawWhenOpen(byId("more-cards"), () => cards.slice(SHOWN).map((of) => card(of, remarks)));
}

/** Shows what to know besides the offers, or nothing. */
export function showDetails({ ok }) {
  const { advice, why_not: reasons } = ok ?? { advice: [], why_not: [] };
  fill("advice", [list(advice)]);
  byId("why-not").hidden = reasons.length === 0;
  drawWhenOpen(byId("why-not"), () => reasons.map(({ reason, items }) =>
    items.length ? disclosure(reason, () => [list(items)]) : rich("p", reason)));
}

function fill(id, nodes) {
  byId(id).replaceChildren(...nodes.filter((node) => node !== null));
}

/** The card of a seller. What is `said` above already is not repeated. */
function card({ seller, total, is_first, is_mine, items, remarks, renewals, timeline: days, others }, said) {
  return element("article", { className: is_first ? "card first" : "card" },
    element("div", { className: "head" }, rich("h3", seller), element("p", { className: "total" }, rich("bdi", total))),
    element("ul", { className: "items" }, ...items.map(item)),
    is_mine && !items.some((bought) => bought.is_mine) ? element("p", {}, mine()) : null,
    renewals ? rich("p", renewals, { className: "renewals" }) : null,
    days === null ? null : stay(days, is_first),
    list(remarks.filter((text) => !said.includes(text)), { className: "notes" }),
    others.length ? disclosure(label("page-also"), () => [list(others)]) : null);
}

/** The days of the stay: with their texts if they are few, as the schedule has them all. */
function stay(days, isFirst) {
  return isFirst && days.rows.length <= 4 ? timeline(days) : track(days.rows);
}

function item({ text, count, is_mine }) {
  const times = count > 1 ? `${count} × ` : "";
  return element("li", {}, rich("bdi", `${times}${text}`), is_mine ? mine() : null);
}

/** The mark of a price that the user has entered. */
export function mine() {
  return element("span", { className: "mine", textContent: label("page-mine") });
}
