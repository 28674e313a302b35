// My prices: prices and plans that the user has seen. They are kept on the phone as rows of an overlay catalogue.

import { mine } from "./answer.js";
import { ask } from "./ask.js";
import { byId, chooseFile, download, element, now, say } from "./dom.js";
import { message } from "./errors.js";
import { rich } from "./rich.js";
import { languageOnly } from "./state.js";
import { keep, load, onKept } from "./store.js";
import { label } from "./text.js";

/** So many plans are listed without a search. */
const LISTED = 8;

let plans = [];
let edited = null;
let refresh = () => {};

/** Connects the inputs; `changed` is called after each change of the prices. */
export function startPrices(changed) {
  refresh = changed;
  byId("plan-words").oninput = listPlans;
  byId("add-plan").onclick = () => edit(null);
  byId("cancel").onclick = () => byId("plan").close();
  byId("forget").onclick = () => apply(rows().filter(({ id }) => id !== edited.id));
  byId("plan-form").onsubmit = save;
  byId("export").onclick = () => download("simplan-my-prices.csv", "text/csv", kept().csv);
  byId("import").onclick = () => chooseFile(importRows);
  onKept("own", async () => {
    await give(kept().csv, label("page-prices"));
    refresh();
  });
}

/** Whether the user has prices of their own. */
export function hasOwnPrices() {
  return rows().length > 0;
}

/** Gives the engine the prices that were kept, before anything is asked. */
export async function restorePrices() {
  if (rows().length === 0) return;
  const reply = await give(kept().csv, label("page-prices"));
  if (reply?.error) complain(reply.error);
}

/** Shows the plans of the catalogue. */
export function offerPlans(offered) {
  plans = offered;
  const lines = new Map(offered.map((plan) => [plan.line, plan]));
  byId("new-line").replaceChildren(
    ...[...lines.values()].map(({ line, seller }) => new Option(`${seller}: ${line}`, line)));
  byId("export").hidden = rows().length === 0;
  listPlans();
}

/** The rows of the user, and the same as an overlay CSV. */
function kept() {
  return load("own", { rows: [], csv: "" });
}

function rows() {
  return kept().rows;
}

function listPlans() {
  const words = byId("plan-words").value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ id, name, price, details }) => {
    const text = `${id} ${name} ${price} ${details.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const found = [...plans, ...unlisted()].filter(fits).sort((one, other) => isOwn(other) - isOwn(one));
  const listed = found.slice(0, words.length ? 40 : LISTED).map(planItem);
  byId("plans").replaceChildren(...(listed.length ? listed : [element("li", { textContent: label("page-no-plan") })]));
}

/** The user's rows for plans that this catalogue does not have: they can be forgotten, too. */
function unlisted() {
  const others = rows().filter(({ id }) => plans.every((plan) => plan.id !== id));
  return others.map(({ id, name, price, currency }) =>
    ({ id, name: name ?? id, price: price ?? null, currency: currency ?? null, details: [label("page-not-here")] }));
}

function isOwn({ id }) {
  return rows().some((row) => row.id === id);
}

function planItem(plan) {
  const price = plan.price === null ? "?" : `${plan.price} ${plan.currency ?? ""}`.trim();
  const button = element("button", { type: "button", onclick: () => edit(plan) },
    label("page-change"), element("span", { className: "unseen", textContent: ` ${plan.name}` }));
  return element("li", {},
    element("div", {}, rich("bdi", plan.name), isOwn(plan) ? mine() : null, rich("p", plan.details.join(" · "))),
    rich("bdi", price, { className: "price" }), button);
}

/** Opens the dialog for the price of a plan, or for a new plan. */
function edit(plan) {
  edited = plan;
  const dialog = byId("plan");
  byId("plan-form").reset();
  byId("plan-title").textContent = plan?.name ?? label("page-add-plan");
  byId("plan-price").value = plan?.price ?? "";
  byId("plan-currency").textContent = plan?.currency ? `(${plan.currency})` : "";
  dialog.querySelector(".new").hidden = plan !== null;
  byId("forget").hidden = plan === null || !isOwn(plan);
  dialog.querySelector(".problem").replaceChildren();
  dialog.showModal();
  byId(plan ? "plan-price" : "new-line").focus();
}

function save(event) {
  event.preventDefault();
  const price = byId("plan-price").value.trim();
  if (!price) return complainInDialog([label("page-need-price")]);
  const seen = { verified_on: now().slice(0, 10), confidence: "high", source: label("page-own-source") };
  const id = edited?.id ?? freeId();
  const before = rows().find((row) => row.id === id) ?? {};
  const row = { ...before, id, ...(edited ? {} : newPlan()), price, ...seen };
  return apply([...rows().filter((other) => other.id !== id), row]);
}

function newPlan() {
  const line = byId("new-line").value;
  const others = plans.filter((plan) => plan.line === line);
  // What is sold for a line is alike: a plan for an eSIM of a travel shop is not a pass for residents.
  const like = others.find(({ kind }) => kind !== "sim") ?? others[0];
  const { operator, kind, form, audience, currency } = { ...like, currency: others.find((plan) => plan.currency)?.currency };
  const name = byId("new-name").value.trim() || label("page-mine");
  const data = byId("new-data").value.trim();
  const validity = byId("new-days").value.trim();
  const cells = { line, operator, name, kind: kind === "sim" ? "pass" : kind, form, audience, currency, data, validity };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text));
}

function freeId() {
  const used = new Set([...plans, ...rows()].map(({ id }) => id));
  let number = 1;
  while (used.has(`mine-${number}`)) number += 1;
  return `mine-${number}`;
}

/** Takes rows into use, or says in the dialog what is wrong with them. */
async function apply(changed) {
  const reply = await use(changed);
  if (reply.error) {
    // The line and the column are those of a file that the user has not seen.
    const { text, problems } = reply.error;
    const said = problems.length ? problems.map((problem) => problem.text) : [text];
    complainInDialog(said);
    return;
  }
  byId("plan").close();
  // The button that opened the dialog is drawn anew.
  byId("prices").querySelector("summary").focus({ preventScroll: true });
  take(changed, reply.ok);
}

function complainInDialog(lines) {
  byId("plan").querySelector(".problem").replaceChildren(...lines.map((line) => rich("p", line)));
}

/** Gives the engine a CSV of own prices with a name. */
function give(csv, name) {
  return ask("use_own", "use_own", name, new TextEncoder().encode(csv), languageOnly());
}

/** Makes the CSV of the rows and gives it to the engine: `{ok: csv}` or `{error}`. */
async function use(changed) {
  const written = changed.length ? await ask("own_csv", "own_csv", JSON.stringify(changed), languageOnly()) : { ok: { csv: "" } };
  if (written.error) return written;
  const used = await give(written.ok.csv, label("page-prices"));
  return used.error ? used : { ok: written.ok.csv };
}

function take(changed, csv) {
  const isKept = keep("own", changed.length ? { rows: changed, csv } : null);
  complain(null);
  say(label(isKept ? "page-saved" : "page-not-kept"));
  refresh();
}

/** Adds the rows of a file. The file is tried alone first, so that its problems have their own places. */
async function importRows(name, bytes) {
  const alone = await ask("use_own", "use_own", name, bytes, languageOnly());
  if (alone.error) return complain(alone.error);
  const read = await ask("own_rows", "own_rows", name, bytes, languageOnly());
  const ids = new Set(read.ok.rows.map(({ id }) => id));
  const merged = [...rows().filter(({ id }) => !ids.has(id)), ...read.ok.rows];
  const reply = await use(merged);
  if (reply.error) {
    await give(kept().csv, label("page-prices"));
    return complain(reply.error);
  }
  take(merged, reply.ok);
  const { unknown } = alone.ok;
  if (unknown.length) complain({ text: label("page-unknown-plans"), hints: unknown.map((id) => `\`${id}\``), problems: [] });
}

/** Shows an error of a file, or none. */
export function complain(error) {
  byId("prices").querySelector(".view-body").replaceChildren(...(error ? [message(error)] : []));
  if (error) byId("prices").open = true;
}
