// The engine of the built page, in Node.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The page as `cargo xtask web` builds it. */
export const PAGE = process.env.PAGE ?? `${ROOT}target/web`;

/** A new engine, as of an ISO date. */
export async function newEngine(today) {
  const { Engine, initSync } = await import(`${PAGE}/engine.js`);
  initSync({ module: await readFile(`${PAGE}/engine_bg.wasm`) });
  return new Engine(today);
}
