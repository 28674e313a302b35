// The counter card: what to show to a seller, black on white and as large as the screen, which stays on meanwhile.

import { answer } from "./ask.js";
import { byId, element } from "./dom.js";
import { message } from "./errors.js";
import { question } from "./state.js";

let lock = null;

/** Connects the buttons. */
export function startCard() {
  const dialog = byId("card");
  byId("show-card").onclick = open;
  byId("close-card").onclick = () => dialog.close();
  dialog.onclose = unlock;
  // The phone ends the lock when the page is hidden.
  document.addEventListener("visibilitychange", () => !document.hidden && dialog.open && keepOn());
}

async function open() {
  const reply = await answer("card", question("card"));
  if (!reply) return;
  const place = byId("card").lastElementChild;
  if (reply.ok) place.replaceChildren(...reply.ok.cards.map((card) => sheet(card, reply.ok.labels)));
  else place.replaceChildren(message(reply.error));
  byId("card").showModal();
  place.scrollTop = 0;
  keepOn();
}

async function keepOn() {
  unlock();
  lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
  if (!byId("card").open) unlock();
}

function unlock() {
  lock?.release().catch(() => {});
  lock = null;
}

function sheet({ operator, number, amount, star, french, arabic }, labels) {
  return element("section", {},
    element("h2", { textContent: operator }),
    figure("number", labels.number, number),
    element("div", { className: "figures" },
      figure("amount", labels.amount, amount),
      figure("star", labels.star, star)),
    french ? element("p", { lang: "fr", dir: "ltr", textContent: french }) : null,
    arabic ? element("p", { lang: "ar", dir: "rtl", textContent: arabic }) : null);
}

function figure(kind, title, value) {
  // A number that nobody has said comes as dots.
  if (!/\d/.test(value ?? "")) return null;
  const shown = kind === "star" ? `*${value}` : value;
  return element("p", { className: `figure ${kind}` },
    element("span", { className: "caption", dir: "auto", textContent: title }),
    element("strong", { dir: "ltr", textContent: shown }));
}
