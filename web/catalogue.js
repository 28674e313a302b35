// Another price list: a catalogue CSV that the user chooses or drops on the page. It is used until the user goes back.

import { ask } from "./ask.js";
import { byId, bytesOf, chooseFile, element, say } from "./dom.js";
import { complain, restorePrices } from "./prices.js";
import { languageOnly } from "./state.js";
import { keep, load } from "./store.js";
import { label, labelled } from "./text.js";

let refresh = () => {};

/** Connects the button and the page, on which a file can be dropped. */
export function startCatalogue(changed) {
  refresh = changed;
  byId("choose").onclick = () => chooseFile(take);
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) take(file.name, await bytesOf(file));
  });
}

/** Gives the engine the price list that was kept. */
export async function restoreCatalogue() {
  const { name, csv } = load("catalogue", {});
  if (!name) return;
  const reply = await ask("use_plans", "use_plans", name, new TextEncoder().encode(csv), languageOnly());
  if (reply.error) complain(reply.error);
  else showName(name);
}

async function take(name, bytes) {
  const reply = await ask("use_plans", "use_plans", name, bytes, languageOnly());
  if (reply.error) return complain(reply.error);
  complain(null);
  // The engine has dropped the own prices with the list that they were about.
  await restorePrices();
  const isKept = keep("catalogue", name ? { name, csv: new TextDecoder().decode(bytes) } : null);
  // An earlier list must not come back.
  if (!isKept) keep("catalogue", null);
  showName(name);
  say(isKept ? name || label("page-built-in-used") : label("page-not-kept"));
  return refresh();
}

function showName(name) {
  const back = labelled("button", "page-built-in", { type: "button", onclick: () => take("", new Uint8Array()) });
  const text = element("span", {}, labelled("span", "page-catalogue"), ` ${name}`);
  byId("catalogue").hidden = !name;
  byId("catalogue").replaceChildren(text, back);
}
