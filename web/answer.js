// The answer of `compare`: the sentence, a card for each seller, and why the other plans are not in it.

import { timeline, track } from "./blocks.js";
import { byId, disclosure, drawWhenOpen, element, fill } from "./dom.js";
import { mark, message } from "./errors.js";
import { list, rich } from "./rich.js";
import { label } from "./text.js";

/** The sellers after the cheapest whose cards are shown at once; the others are one tap away. */
const SHOWN = 3;

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
  fill(byId("remarks"), remarks, (text) => rich("p", text));
  fill(byId("warnings"), [warnings], (texts) => list(texts, { className: "warnings" }));
  fill(byId("notes"), [notes], (of) => list(of, { className: "notes" }));
  byId("show-card").parentElement.hidden = cards.length === 0;
  for (const id of ["schedule", "what-if"]) byId(id).hidden = cards.length === 0;
  fill(byId("first-card"), unsaid(cards.slice(0, 1), remarks), card);
}

/** Shows the other cards of a view of `compare`: typing does not wait for them. */
export function showOthers({ remarks, cards }) {
  const others = unsaid(cards.slice(1), remarks);
  fill(byId("cards"), others.slice(0, SHOWN), card);
  byId("more-cards").hidden = others.length <= SHOWN;
  drawWhenOpen(byId("more-cards"), () => others.slice(SHOWN).map(card));
}

/** Shows what to know besides the offers, or nothing. */
export function showDetails({ ok }) {
  const { advice, why_not: reasons } = ok ?? { advice: [], why_not: [] };
  fill(byId("advice"), [advice], list);
  byId("why-not").hidden = reasons.length === 0;
  drawWhenOpen(byId("why-not"), () => reasons.map(({ reason, items }) =>
    items.length ? disclosure(reason, () => [list(items)]) : rich("p", reason)));
}

/** Cards without the remarks that are said above them. */
function unsaid(cards, said) {
  return cards.map((of) => ({ ...of, remarks: of.remarks.filter((text) => !said.includes(text)) }));
}

/** The card of a seller. */
function card({ seller, total, is_first, is_mine, items, remarks, renewals, timeline: days, others }) {
  return element("article", { className: is_first ? "card first" : "card" },
    element("div", { className: "head" }, rich("h3", seller), element("p", { className: "total" }, rich("bdi", total))),
    element("ul", { className: "items" }, ...items.map(item)),
    is_mine && !items.some((bought) => bought.is_mine) ? element("p", {}, mine()) : null,
    renewals ? rich("p", renewals, { className: "renewals" }) : null,
    days === null ? null : stay(days, is_first),
    list(remarks, { className: "notes" }),
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
