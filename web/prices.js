// My prices: prices and plans that the user has seen. They are kept on the phone as rows of an overlay catalogue.

import { mine } from "./answer.js";
import { ask } from "./ask.js";
import { byId, chooseFile, download, element, now, say } from "./dom.js";
import { message } from "./errors.js";
import { rich } from "./rich.js";
import { question } from "./state.js";
import { keep, load } from "./store.js";
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
}

/** Gives the engine the prices that were kept, before anything is asked. */
export async function restorePrices() {
  if (rows().length === 0) return;
  const reply = await ask("use_own", "use_own", kept().csv, question("choices"));
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
  const found = plans.filter(fits).sort((one, other) => other.is_mine - one.is_mine);
  const listed = found.slice(0, words.length ? 40 : LISTED).map(planItem);
  byId("plans").replaceChildren(...(listed.length ? listed : [element("li", { textContent: label("page-no-plan") })]));
}

function planItem(plan) {
  const price = plan.price === null ? "?" : `${plan.price} ${plan.currency}`;
  const button = element("button", { type: "button", onclick: () => edit(plan) },
    label("page-change"), element("span", { className: "unseen", textContent: ` ${plan.name}` }));
  return element("li", {},
    element("div", {}, rich("bdi", plan.name), plan.is_mine ? mine() : null, rich("p", plan.details.join(" · "))),
    rich("bdi", price, { className: "price" }), button);
}

/** Opens the dialog for the price of a plan, or for a new plan. */
function edit(plan) {
  edited = plan;
  const dialog = byId("plan");
  byId("plan-form").reset();
  byId("plan-title").textContent = plan?.name ?? label("page-add-plan");
  byId("plan-price").value = plan?.price ?? "";
  byId("plan-currency").textContent = plan ? `(${plan.currency})` : "";
  dialog.querySelector(".new").hidden = plan !== null;
  byId("forget").hidden = !plan?.is_mine;
  dialog.querySelector(".problem").replaceChildren();
  dialog.showModal();
  byId(plan ? "plan-price" : "new-line").focus();
}

function save(event) {
  event.preventDefault();
  const price = byId("plan-price").value.trim();
  const seen = { verified_on: now().slice(0, 10), confidence: "high", source: label("page-own-source") };
  const id = edited?.id ?? freeId();
  const before = rows().find((row) => row.id === id) ?? {};
  const row = { ...before, id, ...(edited ? {} : newPlan()), price, ...seen };
  return apply([...rows().filter((other) => other.id !== id), row]);
}

function newPlan() {
  const { line, operator, currency } = plans.find((plan) => plan.line === byId("new-line").value);
  const name = byId("new-name").value.trim() || label("page-mine");
  const data = byId("new-data").value.trim();
  const validity = byId("new-days").value.trim();
  return { line, operator, name, kind: "pass", currency, data, validity };
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
    byId("plan").querySelector(".problem").replaceChildren(...said.map((line) => rich("p", line)));
    return;
  }
  byId("plan").close();
  take(changed, reply.ok);
}

/** Makes the CSV of the rows and gives it to the engine: `{ok: csv}` or `{error}`. */
async function use(changed) {
  const written = changed.length ? await ask("own_csv", "own_csv", JSON.stringify(changed), question("choices")) : { ok: { csv: "" } };
  if (written.error) return written;
  const used = await ask("use_own", "use_own", written.ok.csv, question("choices"));
  return used.error ? used : { ok: written.ok.csv };
}

function take(changed, csv) {
  keep("own", changed.length ? { rows: changed, csv } : null);
  complain(null);
  say(label("page-saved"));
  refresh();
}

async function importRows(_, text) {
  const read = await ask("own_rows", "own_rows", text, question("choices"));
  if (read.error) return complain(read.error);
  const ids = new Set(read.ok.rows.map(({ id }) => id));
  const merged = [...rows().filter(({ id }) => !ids.has(id)), ...read.ok.rows];
  const reply = await use(merged);
  return reply.error ? complain(reply.error) : take(merged, reply.ok);
}

/** Shows an error of a file, or none. */
export function complain(error) {
  byId("prices").querySelector(".view-body").replaceChildren(...(error ? [message(error)] : []));
  if (error) byId("prices").open = true;
}
