// The engine, away from the page so that typing never waits. A message `{today, method, args}` is a call; the reply is
// its JSON text, or `null` if the engine cannot work here.

import init, { Engine } from "./engine.js";

const ready = init();
let engine = null;
let today = "";
/** The calls that chose the catalogue and the own prices, for the engine of another day. */
const chosen = { use_plans: null, use_own: null };

onmessage = async ({ data }) => {
  try {
    await ready;
    if (engine === null || today !== data.today) renew(data.today);
    const reply = engine[data.method](...data.args);
    if (data.method in chosen && "ok" in JSON.parse(reply)) chosen[data.method] = data.args;
    postMessage(reply);
  } catch {
    engine = null;
    postMessage(null);
  }
};

function renew(date) {
  engine = new Engine(date);
  today = date;
  for (const [method, args] of Object.entries(chosen)) if (args !== null) engine[method](...args);
}
