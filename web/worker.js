// The engine, away from the page so that typing never waits. A message `{today, method, args}` is a call; the reply is
// its JSON text, or `null` if the engine cannot work here.

import init, { Engine } from "./engine.js";

const ready = init();
let engine = null;
let today = "";
/** The catalogue and the own prices in use, for the engine of another day. */
const files = { use_plans: ["", ""], use_own: [""] };

onmessage = async ({ data }) => {
  try {
    await ready;
    if (engine === null || today !== data.today) renew(data.today);
    const reply = engine[data.method](...data.args);
    if (data.method in files && "ok" in JSON.parse(reply)) files[data.method] = data.args;
    postMessage(reply);
  } catch {
    engine = null;
    postMessage(null);
  }
};

function renew(date) {
  engine = new Engine(date);
  today = date;
  for (const [method, args] of Object.entries(files)) if (args.some(Boolean)) engine[method](...args);
}
