// The page: it asks the engine after each change of the question and shows what it answers.

import { showAnswer, showDetails, showOthers } from "./answer.js";
import { answer, ask } from "./ask.js";
import { startCard } from "./card.js";
import { restoreCatalogue, startCatalogue } from "./catalogue.js";
import { byId, painted } from "./dom.js";
import { missing, offerSims, showForm, startForm } from "./form.js";
import { install } from "./install.js";
import { offerPlans, restorePrices, startPrices } from "./prices.js";
import { showCommand, startShare } from "./share.js";
import { changed, get, onChange, question, set, start } from "./state.js";
import { keep, load } from "./store.js";
import { speak, spoken } from "./text.js";
import { offerUse } from "./use.js";
import { showViews, startViews } from "./views.js";

/** The language in which the choices of the form were asked for. */
let offered = "";

/** How many times the question has changed. */
let changes = 0;

async function update() {
  changes += 1;
  const change = changes;
  const language = showLanguage();
  const asked = answer("compare", question("compare"));
  showForm();
  if (language !== offered) offer(language);
  const reply = await asked;
  if (!reply) return;
  showAnswer(reply.ok ? reply : { error: missing() ?? reply.error });
  if (!reply.ok) return showCommand("");
  await painted();
  if (change !== changes) return;
  showCommand(reply.ok.command);
  showOthers(reply.ok);
  showViews();
  const details = await answer("details", question("compare"));
  if (details) showDetails(details);
}

/** Puts the page into the language of the question, else of an earlier choice, else of the browser. */
function showLanguage() {
  const language = spoken([get("lang"), load("language", ""), ...navigator.languages]);
  if (language !== document.documentElement.lang) speak(language);
  byId("language").value = language;
  return language;
}

/** Fills in what the form offers: it depends on the language and on the catalogue. */
async function offer(language) {
  offered = language;
  const reply = await ask("choices", "choices", question("choices"));
  if (reply === null || reply.error) return;
  offerSims(reply.sims);
  offerUse(reply.presets, reply.activities);
  offerPlans(reply.plans);
}

function changePrices() {
  offered = "";
  update();
}

function chooseLanguage({ target }) {
  keep("language", target.value);
  set({ lang: target.value });
}

start();
onChange(update);
startForm();
startViews();
startCard();
startPrices(changePrices);
startCatalogue(changePrices);
startShare();
byId("language").onchange = chooseLanguage;
showLanguage();
restoreCatalogue();
restorePrices();
changed();
install();
