// Data by what one does all day: a kind of day, with activities that are added or changed (`use=medium,video=1h`).

import { byId, element, write } from "./dom.js";
import { get, setNeed } from "./state.js";
import { label } from "./text.js";

let activities = [];
let amountBefore = "";

/** Connects the inputs. */
export function startUse() {
  for (const mode of modes()) mode.onchange = () => switchMode(mode.value);
}

/** Offers the kinds of day and the activities. */
export function offerUse(presets, offered) {
  activities = offered;
  const title = byId("presets-title");
  const none = { word: "", label: label("page-no-day") };
  byId("presets").replaceChildren(title, ...[...presets, none].map(preset));
  byId("activities").replaceChildren(...offered.map(activity));
  showUse();
}

/** Shows the need in the inputs. */
export function showUse() {
  const mode = get("data") ? "data" : get("use") ? "use" : [...modes()].find((radio) => radio.checked).value;
  for (const radio of modes()) radio.checked = radio.value === mode;
  byId("data-panel").hidden = mode !== "data";
  byId("use-panel").hidden = mode !== "use";

  const { day, amounts } = parse(get("use"));
  for (const radio of byId("presets").querySelectorAll("input")) radio.checked = radio.value === day;
  for (const { word, unit } of activities) {
    const input = byId(`use-${word}`);
    if (completed(input.value.trim(), unit) !== (amounts.get(word) ?? "")) write(input, amounts.get(word) ?? "");
  }
}

function modes() {
  return byId("form").elements["data-mode"];
}

function switchMode(mode) {
  if (mode === "use") {
    amountBefore = get("data");
    setNeed({ use: "medium" });
  } else {
    setNeed({ data: amountBefore || "10GB" });
  }
}

function preset({ word, label: text }) {
  const radio = element("input", { type: "radio", name: "use-day", value: word, onchange: readUse });
  return element("label", {}, radio, element("span", { textContent: text }));
}

function activity({ word, label: text, unit }) {
  const id = `use-${word}`;
  const input = element("input", { id, type: "text", oninput: readUse });
  const title = `${text}${unit === "h" ? ` ${label("page-hours")}` : ""}`;
  return element("div", { className: "field" }, element("label", { htmlFor: id, textContent: title }), input);
}

function readUse() {
  const day = byId("presets").querySelector(":checked")?.value ?? "";
  const amounts = activities.map(({ word, unit }) => [word, completed(byId(`use-${word}`).value.trim(), unit)]);
  const parts = amounts.filter(([, amount]) => amount).map(([word, amount]) => `${word}=${amount}`);
  setNeed({ use: [day, ...parts].filter(Boolean).join(",") });
}

/** A bare number of a timed activity means hours. A comma would begin the next activity. */
function completed(amount, unit) {
  const written = amount.replaceAll(",", ".");
  const [, number] = /^(\d+(?:\.\d+)?)\.?$/.exec(written) ?? [];
  return unit === "h" && number ? `${number}h` : written;
}

function parse(use) {
  const parts = use.split(",").map((part) => part.trim()).filter(Boolean);
  const day = parts.find((part) => !part.includes("=")) ?? "";
  return { day, amounts: new Map(parts.filter((part) => part.includes("=")).map((part) => part.split("="))) };
}
