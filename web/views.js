// The views below the answer: what less or more use costs, the schedule with its calendar, the renewal steps with their ticks, and the questions.

import { answer, ask } from "./ask.js";
import { drawn } from "./blocks.js";
import { byId, download, element, now, say } from "./dom.js";
import { mark, message } from "./errors.js";
import { onGo } from "./rich.js";
import { get, languageOnly, question, set } from "./state.js";
import { keep, load } from "./store.js";
import { label } from "./text.js";

/** The open views are asked again after each change; a closed one when it is opened. */
const VIEWS = { "what-if": showWhatIf, schedule: showSchedule, steps: showSteps };

/** The language of the questions that are shown. */
let spoken = "";

/** The words of the last question that was asked. */
let words = "";

/** Connects the inputs of the views. */
export function startViews() {
  for (const [id, show] of Object.entries(VIEWS)) byId(id).ontoggle = () => byId(id).open && show();
  byId("questions").ontoggle = () => byId("questions").open && askQuestion(words);
  onGo((command, asked) => (command === "faq" ? goToQuestion(asked, asked) : goTo("steps")));
  byId("calendar").onclick = saveCalendar;
  byId("calendar-from").onchange = ({ target }) => set({ from: target.value });
  byId("steps-form").onsubmit = (event) => event.preventDefault();
  for (const name of ["channel", "pay"]) byId(name).onchange = ({ target }) => set({ [name]: target.value });
  byId("number").oninput = ({ target }) => {
    keep("number", target.value.trim());
    showSteps();
  };
  byId("reset-ticks").onclick = () => {
    keep("ticks", null);
    showSteps();
  };
  byId("faq-form").onsubmit = (event) => {
    event.preventDefault();
    // Without its focus the keyboard of the phone makes room for the answer.
    byId("faq-words").blur();
    askQuestion(byId("faq-words").value.trim());
  };
}

/** Shows the question in the inputs of the views, and asks those that are open. */
export function showViews() {
  byId("channel").value = get("channel");
  byId("pay").value = get("pay");
  if (document.activeElement !== byId("number")) byId("number").value = load("number", "");
  byId("calendar-field").hidden = Boolean(get("from")) && document.activeElement !== byId("calendar-from");
  for (const [id, show] of Object.entries(VIEWS)) if (byId(id).open) show();
  if (byId("questions").open && spoken !== languageOnly()) askQuestion(words);
}

async function showWhatIf() {
  const reply = await answer("what-if", question("what-if"));
  if (reply) show("what-if", reply.ok ? drawn(reply.ok.blocks) : [message(reply.error)]);
}

async function showSchedule() {
  const reply = await answer("schedule", question("schedule"));
  if (reply) show("schedule", reply.ok ? drawn(reply.ok.blocks) : [message(reply.error)]);
}

async function showSteps() {
  const reply = await answer("renew-steps", question("renew-steps"));
  if (!reply) return;
  const isMarked = mark(byId("steps-form"), reply.error);
  if (reply.ok) show("steps", drawn(reply.ok.blocks, ticks(reply.ok.blocks)));
  else show("steps", isMarked ? [] : [message(reply.error)]);
  byId("reset-ticks").parentElement.hidden = !reply.ok;
}

/** The ticks of a guide, which is known by its title. */
function ticks(blocks) {
  const guide = blocks.find(({ kind }) => kind === "title")?.text ?? "";
  return {
    has: (item) => (load("ticks", {})[guide] ?? []).includes(item),
    set: (item, isTicked) => {
      const all = load("ticks", {});
      const others = (all[guide] ?? []).filter((other) => other !== item);
      keep("ticks", { ...all, [guide]: isTicked ? [...others, item] : others });
    },
  };
}

async function saveCalendar() {
  if (!get("from")) {
    byId("calendar-from").focus();
    say(label("page-calendar-from"));
    return;
  }
  const reply = await ask("calendar", "calendar", question("calendar"), now());
  if (reply?.ok) download("simplan.ics", "text/calendar", reply.ok.ics);
  else if (reply) show("schedule", [message(reply.error)]);
}

async function askQuestion(asked) {
  words = asked;
  spoken = languageOnly();
  const reply = await ask("faq", "faq", asked, spoken);
  if (!reply) return;
  show("questions", reply.ok ? drawn(reply.ok.blocks) : [message(reply.error)]);
  byId("further").replaceChildren(...(reply.ok?.further ?? []).map(further));
}

function further({ question: word, text }) {
  const button = element("button", { type: "button", textContent: text });
  button.onclick = () => goToQuestion(word, text);
  return button;
}

function goToQuestion(word, text) {
  byId("faq-words").value = text;
  // A view that opens asks the last question.
  words = word;
  if (byId("questions").open) askQuestion(word);
  goTo("questions");
}

function goTo(id) {
  byId(id).open = true;
  byId(id).scrollIntoView();
  byId(id).querySelector("summary").focus({ preventScroll: true });
}

function show(id, nodes) {
  byId(id).querySelector(".view-body").replaceChildren(...nodes);
}
