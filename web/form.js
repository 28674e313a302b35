// The five inputs: what is typed becomes options of the question, and the options of a link show in the inputs.

import { showChips } from "./chips.js";
import { byId, element, now, write } from "./dom.js";
import { get, set, setNeed } from "./state.js";
import { label } from "./text.js";
import { showUse, startUse } from "./use.js";

const VOLUMES = [
  "500MB", "1GB", "2GB", "3GB", "4GB", "5GB", "7GB", "10GB", "15GB", "20GB", "25GB", "30GB", "40GB", "50GB", "75GB",
  "100GB", "150GB", "200GB",
];
const DATE = /^\d{4}-\d\d-\d\d$/;
const DAY = 86400000;

/** Connects the inputs. */
export function startForm() {
  const form = byId("form");
  form.onsubmit = (event) => event.preventDefault();
  for (const name of ["from", "have-data", "have-days", "mine"]) onInput(name, (value) => set({ [name]: value }));
  onInput("days", (days) => set({ days, to: "" }));
  onInput("to", (to) => set({ to, days: "" }));
  onInput("data", (data) => setNeed({ data }));
  onInput("slider", (step) => setNeed({ data: VOLUMES[step] }));
  onInput("state", (state) => set({ state }));
  onInput("have-sim", chooseSim);
  byId("esim").onchange = ({ target }) => set({ form: target.checked ? "" : "sim" });
  byId("resident").onchange = ({ target }) => set({ resident: target.checked ? "true" : "" });
  for (const mode of form.elements["stay-mode"]) mode.onchange = () => switchStay(mode.value);
  startUse();
}

/** Shows the question in the inputs. */
export function showForm() {
  const form = byId("form");
  for (const name of ["days", "data", "have-data", "have-days", "mine"]) write(byId(name), get(name));
  for (const name of ["from", "to"]) write(byId(name), DATE.test(get(name)) ? get(name) : "");
  byId("state").value = get("state") === "active" ? "" : get("state");
  byId("esim").checked = get("form") !== "sim";
  byId("resident").checked = get("resident") === "true";
  showSim();
  byId("left").hidden = !["have-sim", "have-data", "have-days", "state"].some(get);

  const stay = get("to") ? "to" : get("days") ? "days" : form.elements["stay-mode"].value;
  form.elements["stay-mode"].value = stay;
  byId("days-field").hidden = stay !== "days";
  byId("to-field").hidden = stay !== "to";
  const from = byId("from").labels[0];
  const title = label(stay === "to" ? "page-first-day" : "page-from");
  if (from.textContent !== title) from.textContent = title;

  const step = nearest(get("data"));
  if (step >= 0) byId("slider").value = step;
  byId("slider").ariaValueText = get("data") || VOLUMES[byId("slider").value];
  showUse();
  showChips(shows);
}

/** What is not filled in yet, as an error at its input; `null` if nothing is missing. */
export function missing() {
  const needs = ["data", "use", "per-day", "minutes"];
  if (!get("days") && !get("to")) return needed(byId("form").elements["stay-mode"].value, "page-need-stay");
  if (!needs.some(get)) return needed("data", "page-need-data");
  if (get("have-data") && !get("have-days")) return needed("have-days", "page-need-left");
  if (get("have-days") && !get("have-data")) return needed("have-data", "page-need-left");
  return null;
}

function needed(option, key) {
  return { option, text: label(key), hints: [], problems: [] };
}

/** Offers the SIMs of the catalogue, grouped by seller. */
export function offerSims(sims) {
  const select = byId("have-sim");
  const none = select.options[0];
  const groups = new Map();
  for (const sim of sims) groups.set(sim.seller, [...(groups.get(sim.seller) ?? []), sim]);
  const options = [...groups].map(([seller, lines]) =>
    element("optgroup", { label: seller }, ...lines.map(({ line }) => new Option(line, line))));
  select.replaceChildren(none, ...options);
  showSim();
}

/** A line that the catalogue does not have is shown too: the engine says what is wrong with it. */
function showSim() {
  const select = byId("have-sim");
  const line = get("have-sim");
  if (![...select.options].some((option) => option.value === line)) select.add(new Option(line, line));
  select.value = line;
}

function chooseSim(line) {
  set(line ? { "have-sim": line } : { "have-sim": "", "have-data": "", "have-days": "", state: "" });
}

/** Changes between days and dates, with the same stay if it is written as a number and as dates. */
function switchStay(mode) {
  const from = get("from") || now().slice(0, 10);
  if (mode === "to") {
    const days = DATE.test(from) && /^\d{1,4}$/.test(get("days")) ? Number(get("days")) : 0;
    const to = days > 0 ? new Date(Date.parse(from) + (days - 1) * DAY).toISOString().slice(0, 10) : "";
    set({ from, to, days: "" });
  } else {
    const days = Math.round((Date.parse(get("to").slice(0, 10)) - Date.parse(from)) / DAY) + 1;
    set({ days: days > 0 ? String(days) : "", to: "" });
  }
}

/** Whether the inputs show this option, so that it needs no chip. `at` counts the values of the same option. */
function shows(name, value, at) {
  // What is said twice is an error, and its chip is the way out.
  if (at > 0) return false;
  if (name === "from" || name === "to") return DATE.test(value);
  if (name === "form") return value === "sim";
  if (name === "resident") return value === "true";
  if (name === "use") return !get("data");
  return ["days", "data", "have-sim", "have-data", "have-days", "mine", "state", "lang", "channel", "pay"].includes(name);
}

/** The step of the slider that is nearest to a volume, or -1 if it is not a plain one. */
function nearest(text) {
  const size = bytes(text);
  const far = (step) => Math.abs(bytes(VOLUMES[step]) - size);
  return VOLUMES.reduce((best, _, step) => (size > 0 && (best < 0 || far(step) < far(best)) ? step : best), -1);
}

function bytes(text) {
  const [, number, unit] = /^([\d.,]+)\s*([MG])[BOo]$/i.exec(text) ?? [];
  return Number(number?.replace(",", ".")) * (unit?.toUpperCase() === "G" ? 1000 : 1);
}

function onInput(id, use) {
  byId(id).addEventListener("input", ({ target }) => use(target.value.trim()));
}
