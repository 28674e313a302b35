// The report that the program writes, in Chromium and read by others: valid HTML, no request, readable on a phone and on
// paper, and a QR code with its command. `node --test report.mjs`; SIMPLAN is the program, by default target/release/simplan.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { CHROMIUM, launch, look } from "./browser.mjs";
import { ROOT } from "./engine.mjs";

const PROGRAM = process.env.SIMPLAN ?? `${ROOT}target/release/simplan`;
const FOLDER = `${ROOT}target/web-reports`;
const skip = CHROMIUM === null && "there is no Chromium: install Debian's package, or set CHROMIUM to its path";
/** How many A4 pages a usual stay takes. */
const PAGES = 2;

let browser = null;
before(async () => {
  await mkdir(FOLDER, { recursive: true });
  browser = skip ? null : await launch();
});
after(() => browser?.close());

check("usual", "--days 30 --data 20GB", PAGES);
check("dates", "--from 2026-12-20 --to 2027-01-18 --data 15GB --kind pass --kind sim --lang zh", PAGES);
check("baseline", "--days 7 --data 3GB --mine 5EUR/1d/500MB --lang fr", PAGES);
// Seven purchases at a counter, with a number on the cards.
check("renewals", "--days 45 --data 60GB --operator maroc-telecom --number 0612345678 --lang fr", PAGES + 1);
check("nothing", "--days 10 --data 20GB --max-total 1", 1);

function check(name, options, pages) {
  test(`the report "${name}"`, { skip }, async () => {
    const file = `${FOLDER}/${name}.html`;
    const line = ["report", ...options.split(" "), "--today", "2026-11-25"];
    const exit = run([...line, "-o", file]);
    assert.equal(exit, name === "nothing" ? 1 : 0);
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
    const { results } = await validator.validateString(await readFile(file, "utf8"));
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ message, line: at }) => `${at}: ${message}`)), []);

    const context = await browser.newContext({ viewport: { width: 900, height: 1000 } });
    const unwanted = [];
    context.on("console", (message) => unwanted.push(message.text()));
    context.on("request", (request) => request.url() === `file://${file}` || unwanted.push(request.url()));
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    await look(page, `report-${name}`);
    // The picture of the code is read by a reader that knows nothing of its writer.
    await page.locator(".qr").scrollIntoViewIfNeeded();
    const { data, width, height } = PNG.sync.read(await page.locator(".qr").screenshot());
    const command = await page.locator("footer code").innerText();
    assert.equal(jsQR(new Uint8ClampedArray(data), width, height)?.data, command);
    assert.ok(!command.includes("0612345678") && !command.includes("/web-reports"), command);
    const pdf = await page.pdf({ preferCSSPageSize: true, path: `${FOLDER}/${name}.pdf` });
    const printed = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(printed <= pages, `${printed} pages`);
    assert.deepEqual(unwanted, []);
    await context.close();
  });
}

function run(line) {
  try {
    execFileSync(PROGRAM, line, { env: { LANG: "C.UTF-8" }, stdio: "ignore" });
    return 0;
  } catch ({ status }) {
    return status;
  }
}
