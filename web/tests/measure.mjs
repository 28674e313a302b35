// Times for docs/performance.md: from opening the page to the first answer, and from a key to its answer, on a processor that
// is four times slower than this one, over a slow network. `node measure.mjs [RUNS]`

import { gzipSync } from "node:zlib";
import { launch } from "./browser.mjs";
import { serve } from "./serve.mjs";

const SLOWDOWN = 4;
/** "Slow 4G" of browsers: 1.6 Mbit/s, 150 ms from a request to its answer. */
const NETWORK = { latency: 150, bytesPerMillisecond: 200 };
const KEYS = [..."1234567890123456789012345678901234567890"];

/** Milliseconds between two keys: few people type faster on a phone. */
const REST = 300;

/** Milliseconds for which a process runs at a time. */
const RUN = 2;

const runs = Number(process.argv[2] ?? 5);
const browser = await launch();
slowDown();
const cold = [];
const warm = [];
const keys = [];
for (let run = 0; run < runs; run += 1) {
  const site = await serve();
  site.send = slowly();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(`${site.origin}/#days=30&data=20GB`);
  cold.push(await firstAnswer(page));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.close();

  const second = await context.newPage();
  await second.goto(`${site.origin}/#days=30&data=20GB`);
  warm.push(await firstAnswer(second));
  if (run === 0) keys.push(...await typed(second));
  await context.close();
  site.close();
}
await browser.close();
report("first answer, first visit", cold);
report("first answer, later visit", warm);
report("from a key to the frame with its answer", keys.map(({ frame }) => frame));
report("until it is painted", keys.map(({ painted }) => painted));

/** In the page: notes when the frame with an answer begins and when it is painted, from the last input or the start. */
function watch() {
  globalThis.answers = [];
  let begin = 0;
  document.addEventListener("input", () => {
    begin = performance.now();
  }, true);
  document.addEventListener("DOMContentLoaded", () => {
    const isShown = () => !document.getElementById("results").hidden;
    new MutationObserver(() => {
      if (!isShown()) return;
      requestAnimationFrame(() => {
        const frame = performance.now() - begin;
        setTimeout(() => globalThis.answers.push({ frame, painted: performance.now() - begin }));
      });
    }).observe(document.querySelector("#sentence p"), { childList: true });
  });
}

/**
 * Lets each process of a page, with all its threads, run a fourth of the time. The throttling of DevTools leaves out workers,
 * so it would not slow the engine down.
 */
async function slowDown() {
  const session = await browser.newBrowserCDPSession();
  let processes = [];
  let ran = 0;
  let stopped = 0;
  for (let turn = 0; browser.isConnected(); turn += 1) {
    if (turn % 50 === 0) {
      const { processInfo } = await session.send("SystemInfo.getProcessInfo").catch(() => ({ processInfo: [] }));
      processes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
    }
    signal(processes, "SIGCONT");
    ran += await timed(RUN);
    if (turn % 50 === 49) continue;
    signal(processes, "SIGSTOP");
    stopped += await timed(Math.max(0, (SLOWDOWN - 1) * ran - stopped));
  }
}

function signal(processes, name) {
  for (const id of processes) {
    try {
      process.kill(id, name);
    } catch {
      // It has ended.
    }
  }
}

async function timed(milliseconds) {
  const begin = performance.now();
  await pause(milliseconds);
  return performance.now() - begin;
}

async function firstAnswer(page) {
  await page.waitForFunction(() => globalThis.answers.length > 0);
  return page.evaluate(() => globalThis.answers[0].painted);
}

/** The times of keys in the amount of data, each pressed some time after the answer to the one before. */
async function typed(page) {
  await page.evaluate(() => globalThis.answers.splice(0));
  const input = page.locator("#data");
  await input.fill("5GB");
  await page.waitForFunction(() => globalThis.answers.length === 1);
  for (const [at, key] of KEYS.entries()) {
    await pause(REST);
    await input.press("Home");
    if (at % 2 === 1) await input.press("Delete");
    else await input.press(key === "0" ? "1" : key);
    await page.waitForFunction((count) => globalThis.answers.length >= count, at + 2);
  }
  return page.evaluate(() => globalThis.answers.slice(1));
}

/** Sends compressed bytes over one slow line, which all requests share. */
function slowly() {
  let line = Promise.resolve();
  return async (response, type, bytes) => {
    await pause(NETWORK.latency);
    const packed = gzipSync(bytes, { level: 9 });
    response.writeHead(200, { "Content-Type": type, "Content-Encoding": "gzip", "Cache-Control": "no-cache" });
    line = line.then(() => pause(packed.length / NETWORK.bytesPerMillisecond));
    await line;
    response.end(packed);
  };
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function report(name, times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => `${Math.round(sorted[Math.ceil(share * sorted.length) - 1])} ms`;
  console.log(`| ${name} | ${at(0.5)} | ${at(0.95)} | ${times.length} |`);
}
