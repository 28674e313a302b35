// The page in a browser, and what holds for it everywhere: nothing on the console, no request to another origin, nothing
// that axe reports, nothing that is wider than the screen.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { ROOT } from "./engine.mjs";
import { serve } from "./serve.mjs";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
/** Milliseconds until something that does not happen is a failure. */
const PATIENCE = 15_000;
const PICTURES = `${ROOT}target/web-pictures`;
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The path of Chromium, or `null` if there is none. */
export const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync) ?? null;

/** Starts Chromium. */
export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/**
 * Runs a journey on a phone of its own, with a server of its own. `options` are those of a context, and `edits` of the
 * server. At the end nothing unwanted may have happened.
 */
export async function onPhone(browser, { edits = {}, ...options }, journey) {
  const site = Object.assign(await serve(), { edits });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, acceptDownloads: true, ...options });
  context.setDefaultTimeout(PATIENCE);
  const unwanted = [];
  context.on("console", (message) => unwanted.push(`console: ${message.text()}`));
  context.on("weberror", ({ error }) => unwanted.push(`error: ${error()}`));
  context.on("dialog", (dialog) => unwanted.push(`dialog: ${dialog.message()}`));
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== site.origin && protocol !== "blob:" && protocol !== "data:") unwanted.push(`request: ${request.url()}`);
  });
  try {
    await journey(await context.newPage(), site, context);
    assert.deepEqual(unwanted, []);
  } catch (error) {
    await mkdir(PICTURES, { recursive: true });
    await context.pages().at(-1)?.screenshot({ path: `${PICTURES}/failed.png`, fullPage: true });
    throw error;
  } finally {
    await context.close();
    site.close();
  }
}

/** Looks at the page as it is now: axe and the width in light and dark, on small and large screens, with pictures. */
export async function look(page, name) {
  await mkdir(PICTURES, { recursive: true });
  const size = page.viewportSize();
  for (const [width, height] of [[320, 640], [360, 740], [1280, 800]]) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name}: ${wide} px wider than ${width}`);
      // A dialog lies over the screen, not over the whole page.
      const fullPage = await page.getByRole("dialog").count() === 0;
      await page.screenshot({ path: `${PICTURES}/${name}-${width}-${colorScheme}.png`, fullPage });
    }
  }
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page), [], `${name}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(size);
}

async function violations(page) {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
}
