// The conversation with the engine in its worker. It answers one question at a time; of the questions that wait, only
// the newest of each subject is asked, so typing never waits for an old answer.

import { now } from "./dom.js";
import { label } from "./text.js";

const waiting = new Map();
let asked = null;
let broken = false;

const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => finish(data);
worker.onerror = () => {
  broken = true;
  if (asked !== null) finish(null);
};

/**
 * Calls a method of the engine. Gives `{ok}` or `{error}`, with the `text` of the reply, or `null` if a newer question about the same subject
 * has replaced this one.
 */
export function ask(subject, method, ...args) {
  return new Promise((resolve) => {
    waiting.get(subject)?.resolve(null);
    waiting.set(subject, { subject, method, args, resolve });
    next();
  });
}

/** Answers a command with its view. */
export function answer(command, question) {
  return ask(command, "answer", command, question);
}

function next() {
  if (asked !== null || waiting.size === 0) return;
  [asked] = waiting.values();
  waiting.delete(asked.subject);
  if (broken) finish(null);
  else worker.postMessage({ today: now().slice(0, 10), method: asked.method, args: asked.args });
}

function finish(reply) {
  const { subject, resolve } = asked;
  asked = null;
  if (waiting.has(subject)) resolve(null);
  else resolve(reply === null ? failure() : { ...JSON.parse(reply), text: reply });
  next();
}

function failure() {
  return { error: { option: null, text: label("page-failed"), hints: [], problems: [] } };
}
