// The engine of the page and the native program give the same bytes of JSON for the same random questions.
//
// `node equality.mjs [COUNT [SEED]]`; SIMPLAN is the native program, by default target/release/simplan.

import { execFile } from "node:child_process";
import { newEngine, ROOT } from "./engine.mjs";
import { questions, situation } from "./questions.mjs";

const TODAY = "2026-11-26";
const COMMANDS = ["compare", "schedule", "renew-steps", "what-if"];
const FLAGS = ["resident", "before-arrival", "no-unlimited"];
const PROGRAM = process.env.SIMPLAN ?? `${ROOT}target/release/simplan`;

const [count = 500, seed = 1] = process.argv.slice(2).map(Number);
const engine = await newEngine(TODAY);
const times = [];
const differences = [];
let refused = 0;

for (const [at, asked] of questions(seed, count).entries()) {
  await Promise.all(COMMANDS.map((command) => {
    const pairs = command === "renew-steps" ? [...asked, ...situation(seed + at)] : asked;
    return compare(command, pairs);
  }));
}

times.sort((one, other) => one - other);
console.log(`${count} questions, ${times.length} answers compared, of which ${refused} are refusals`);
console.log(`a call takes ${milliseconds(0.5)} (median), ${milliseconds(0.95)} (95 %), ${milliseconds(1)} (longest)`);
differences.slice(0, 20).forEach((difference) => console.log(difference));
console.log(`${times.length - differences.length} passed, ${differences.length} failed`);
process.exitCode = differences.length === 0 ? 0 : 1;

async function compare(command, pairs) {
  const [status, expected] = await native(command, pairs);
  const begin = performance.now();
  const found = engine.json(command, fragment(pairs));
  times.push(performance.now() - begin);
  // Without an answer there is nothing on standard output: both have to refuse.
  const isRefused = status > 0 && expected === "";
  if (isRefused) refused += 1;
  if (isRefused ? "error" in JSON.parse(found) : found === expected) return;
  const at = [...found].findIndex((letter, place) => letter !== expected[place]);
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 160));
  differences.push(
    `simplan ${command} ${words(pairs).join(" ")}\n  native ${around(expected)}\n  page   ${around(found)}`);
}

/** Exit code and standard output of the program. */
function native(command, pairs) {
  const line = [command, ...words(pairs), "--json", "--today", TODAY];
  return new Promise((resolve, reject) => {
    execFile(PROGRAM, line, { env: { LANG: "C.UTF-8" }, maxBuffer: 2 ** 26 }, (error, output) => {
      if (typeof (error?.code ?? 0) === "number") resolve([error?.code ?? 0, output]);
      else reject(error);
    });
  });
}

function words(pairs) {
  return pairs.map(([name, value]) => (FLAGS.includes(name) ? `--${name}` : `--${name}=${value}`));
}

function fragment(pairs) {
  return new URLSearchParams(pairs).toString().replaceAll("+", "%20");
}

function milliseconds(share) {
  return `${times[Math.ceil(share * times.length) - 1].toFixed(1)} ms`;
}
