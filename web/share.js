// The link to the question, and the command line that gives the same answer.

import { ask } from "./ask.js";
import { byId, download, element, say } from "./dom.js";
import { hasOwnPrices } from "./prices.js";
import { link, question } from "./state.js";
import { label } from "./text.js";

/** Connects the buttons. */
export function startShare() {
  byId("copy-link").onclick = () => copy(link());
  byId("copy-command").onclick = () => copy(byId("command").textContent);
  byId("save-json").onclick = saveJson;
  byId("share-link").hidden = !navigator.share;
  byId("share-link").onclick = () => navigator.share({ title: document.title, url: link() }).catch(() => {});
}

/** Shows a command line, which breaks only between words. */
export function showCommand(command) {
  byId("share").querySelector(".with-command").hidden = !command;
  byId("own-note").hidden = !hasOwnPrices();
  const words = command.split(" ").map((word) => element("span", { textContent: word }));
  byId("command").replaceChildren(...words.flatMap((word, at) => (at === 0 ? [word] : [" ", word])));
}

/** Saves what the command prints with `--json`. */
async function saveJson() {
  const reply = await ask("json", "json", "compare", question("compare"));
  if (reply && !reply.error) download("simplan.json", "application/json", reply.text);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say(label("page-copied"));
  } catch {
    say(text);
  }
}
