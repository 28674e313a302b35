// What people do with the page, from its first words to an answer, in Chromium. `node --test journeys.mjs`; CHROMIUM is the
// path of another browser. Pictures of every step go to target/web-pictures.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { CHROMIUM, launch, look, onPhone } from "./browser.mjs";
import { newEngine, PAGE } from "./engine.mjs";

const TODAY = "2026-11-26";
const skip = CHROMIUM === null && "there is no Chromium: install Debian's package, or set CHROMIUM to its path";
const { default: labels } = await import(`${PAGE}/labels.js`);
const engine = await newEngine(TODAY);

let browser = null;
before(async () => {
  browser = skip ? null : await launch();
});
after(() => browser?.close());

test("a tourist reads Chinese, and shows the answer at the counter", { skip }, () =>
  onPhone(browser, { locale: "zh-CN" }, async (page, site) => {
    const label = labelsOf("zh");
    await page.addInitScript(phone);
    await open(page, site);
    await page.getByRole("heading", { name: label("title"), level: 1 }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "zh");
    await page.getByLabel(label("days"), { exact: true }).and(page.getByRole("textbox")).fill("30");
    await page.getByLabel(label("amount"), { exact: true }).fill("20GB");

    const view = expected("compare", "days=30&data=20GB&lang=zh");
    await page.getByText(plain(view.sentence)).waitFor();
    await page.getByText(label("more-sellers")).click();
    await page.getByRole("article").nth(view.cards.length - 1).waitFor();
    const first = page.getByRole("article").first();
    await first.getByRole("heading", { name: view.cards[0].seller }).waitFor();
    await first.getByText(view.cards[0].total, { exact: true }).waitFor();
    await page.getByText(label("why-not")).click();
    const { why_not: reasons } = expected("details", "days=30&data=20GB&lang=zh");
    await page.getByText(plain(reasons[0].reason)).first().waitFor();
    await look(page, "tourist");

    await page.getByText(label("share-title")).click();
    await page.getByText("simplan compare --days 30 --data 20GB").waitFor();
    const link = page.url();
    assert.ok(link.endsWith("#days=30&data=20GB"), link);
    await page.getByRole("button", { name: label("share-link") }).click();
    assert.deepEqual(await page.evaluate(() => globalThis.told), [`share ${link}`]);

    const { cards } = expected("card", "days=30&data=20GB&lang=zh");
    const button = page.getByRole("button", { name: label("card") });
    await button.click();
    const dialog = page.getByRole("dialog", { name: label("card-title") });
    await dialog.getByText(cards[0].arabic).waitFor();
    assert.equal(await dialog.getByText(cards[0].arabic).getAttribute("dir"), "rtl");
    await look(page, "tourist-card");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.ok(await button.evaluate((node) => node === document.activeElement), "the focus is lost");
    await page.waitForFunction(() => globalThis.told.length === 3);
    assert.deepEqual(await page.evaluate(() => globalThis.told.slice(1)), ["lock screen", "release"]);

    const other = await page.context().newPage();
    await other.goto(link);
    await other.getByText(plain(view.sentence)).waitFor();
  }));

test("a resident reads French, and takes the dates along", { skip }, () =>
  onPhone(browser, { locale: "de-DE" }, async (page, site) => {
    const label = labelsOf("fr");
    await open(page, site, "#days=60&data=30GB&operator=inwi&operator=orange&max-total=900");
    await page.getByLabel(labelsOf("en")("language")).selectOption("fr");
    await page.getByLabel(label("resident")).check();
    const asked = "days=60&data=30GB&max-total=900&resident=true&lang=fr";
    await page.getByText(plain(expected("compare", `${asked}&operator=inwi&operator=orange`).sentence)).waitFor();
    await page.getByRole("button", { name: `operator: inwi ${label("remove")}` }).click();
    await page.getByRole("button", { name: `operator: orange ${label("remove")}` }).click();
    await page.getByText(plain(expected("compare", asked).sentence)).waitFor();
    await page.getByRole("button", { name: "max-total: 900" }).waitFor();

    await page.getByText(label("schedule")).click();
    await page.getByRole("button", { name: label("calendar") }).click();
    await page.getByLabel(label("calendar-from")).fill("2026-12-01");
    await page.getByText("1 déc. 2026").first().waitFor();
    await look(page, "resident");
    const calendar = await downloaded(page, () => page.getByRole("button", { name: label("calendar") }).click());
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
    assert.match(calendar, /DTSTART[^\n]*:20261201/);
  }));

test("a suspended line: the steps, with ticks that stay", { skip }, () =>
  onPhone(browser, { locale: "en-GB" }, async (page, site) => {
    const label = labelsOf("en");
    // The number of a link is somebody else's.
    await open(page, site, "#days=10&data=5GB&number=0600000000");
    await page.getByLabel(label("have-sim"), { exact: true }).selectOption("inwi-prepaid");
    await page.getByLabel(label("have-data"), { exact: true }).fill("1.2GB");
    await page.getByLabel(label("have-days"), { exact: true }).fill("4");
    await page.getByLabel(label("state"), { exact: true }).selectOption("suspended");
    const asked = "days=10&data=5GB&have-sim=inwi-prepaid&have-data=1.2GB&have-days=4&state=suspended&lang=en";
    await page.getByText(plain(expected("compare", asked).sentence)).waitFor();

    // The answer leads to the steps that bring the line back.
    await page.getByRole("button", { name: label("steps") }).click();
    await page.getByText(plain(expected("renew-steps", asked).blocks[1].text)).first().waitFor();
    const boxes = expected("renew-steps", asked).blocks.filter(({ bullet }) => bullet === "box" || bullet === "number");
    const box = page.getByRole("checkbox", { name: plain(boxes[0].items[0]) }).first();
    await box.check();
    assert.equal(await page.getByLabel(label("number")).inputValue(), "");
    assert.equal(await page.getByText("0600000000").count(), 0);
    await look(page, "suspended");
    await page.reload();
    await page.getByText(label("steps")).click();
    await box.waitFor();
    assert.ok(await box.isChecked(), "the tick is lost");
    await page.getByRole("button", { name: label("reset-ticks") }).click();
    await page.waitForFunction(() => document.querySelectorAll("#steps :checked[type=checkbox]").length === 0);

    await page.getByLabel(label("have-data"), { exact: true }).fill("lots");
    const { error } = JSON.parse(engine.answer("compare", asked.replace("1.2GB", "lots")));
    await page.getByText(plain(error.text)).first().waitFor();
    await page.locator("[aria-invalid=true]").and(page.getByLabel(label("have-data"), { exact: true })).waitFor();
    await look(page, "suspended-error");
  }));

test("a price of my own counts, and a bad price list is explained", { skip }, () =>
  onPhone(browser, { locale: "en-GB" }, async (page, site) => {
    const label = labelsOf("en");
    await open(page, site, "#days=30&data=20GB");
    const [, second] = JSON.parse(engine.json("compare", "days=30&data=20GB")).offers;
    const { plan: id, name } = second.items.at(-1);
    await page.getByText(label("prices"), { exact: true }).click();
    await page.getByLabel(label("plan-words")).fill(id);
    await page.getByRole("button", { name: `${label("change")} ${name}` }).click();
    await page.getByLabel(label("price")).fill("");
    await page.getByRole("button", { name: label("save") }).click();
    await page.getByText(label("need-price")).waitFor();
    await page.getByLabel(label("price")).fill("1");
    await look(page, "price-dialog");
    await page.getByRole("button", { name: label("save") }).click();
    await page.getByRole("article").first().getByText(label("mine")).waitFor();
    await look(page, "price");

    const exported = await downloaded(page, () => page.getByRole("button", { name: label("export") }).click());
    assert.match(exported, /^id,/);
    assert.ok(exported.includes(`\n${id},`), exported);
    await page.reload();
    await page.getByRole("article").first().getByText(label("mine")).waitFor();
    await page.getByText(label("prices"), { exact: true }).click();
    await page.getByRole("button", { name: `${label("change")} ${name}` }).click();
    await page.getByRole("button", { name: label("forget") }).click();
    await page.getByText(plain(expected("compare", "days=30&data=20GB&lang=en").sentence)).waitFor();
    await choose(page, label("import"), "mine.csv", exported);
    await page.getByRole("article").first().getByText(label("mine")).waitFor();

    // The places are those of the file, not of all prices together.
    await choose(page, label("import"), "bad.csv", "id,price\ninwi-esim-pack-120,cheap\n");
    await page.getByRole("row", { name: "2 20 price: cheap" }).waitFor();
    await page.getByText("bad.csv").waitFor();
    await choose(page, label("import"), "other.csv", "id,price\nof-another-list,5\n");
    await page.getByText(label("unknown-plans")).waitFor();
    await page.getByRole("button", { name: `${label("change")} of-another-list` }).click();
    await page.getByRole("button", { name: label("forget") }).click();
    await page.locator("#plans").getByText("of-another-list").first().waitFor({ state: "detached" });

    const markup = "<img src=x onerror=alert(1)>";
    const plans = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence\n";
    const row = (price) => `big,some-line,some,${markup},pass,${price},MAD,100GB,60d,me,2026-11-01,high\n`;
    await choose(page, label("choose"), "bad.csv", plans + row("cheap"));
    await page.getByRole("row", { name: "2 54 price: cheap" }).waitFor();
    await look(page, "price-problems");
    await drop(page, "good.csv", plans + row("10"));
    await page.getByRole("article").getByText(markup).first().waitFor();
    await page.getByRole("button", { name: label("built-in") }).click();
    await page.getByText(markup).first().waitFor({ state: "detached" });
  }));

test("what one does all day, and a stay in words", { skip }, () =>
  onPhone(browser, { locale: "fr-FR" }, async (page, site) => {
    const label = labelsOf("fr");
    await open(page, site, "#days=2%20weeks&data=5GB&use=medium");
    const twice = page.getByRole("button", { name: `use: medium ${label("remove")}` });
    await twice.click();
    await page.getByText(plain(expected("compare", "days=2%20weeks&data=5GB&lang=fr").sentence)).waitFor();
    await page.getByRole("radio", { name: label("by-use"), exact: true }).check();
    await page.getByText(label("activities")).click();
    await page.locator("#use-video").pressSequentially("1,5");
    await page.getByText(plain(expected("compare", "days=2%20weeks&use=medium%2Cvideo%3D1.5h&lang=fr").sentence)).waitFor();
    assert.equal(await page.locator("#use-video").inputValue(), "1,5");
    await page.getByRole("radio", { name: label("by-dates"), exact: true }).check();
    await page.getByText(label("need-stay")).first().waitFor();
  }));

test("without storage prices count until the page closes", { skip }, () =>
  onPhone(browser, { locale: "en-GB" }, async (page, site) => {
    const label = labelsOf("en");
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await open(page, site, "#days=30&data=20GB");
    await page.getByText(label("prices"), { exact: true }).click();
    for (const [id, name] of [["inwi-esim-pack-120", "Pack eSIM 20 Go"], ["inwi-star3-5", "Pass Internet *3 5 DH"]]) {
      await page.getByLabel(label("plan-words")).fill(id);
      await page.getByRole("button", { name: `${label("change")} ${name}`, exact: true }).click();
      await page.getByLabel(label("price")).fill("1");
      await page.getByRole("button", { name: label("save") }).click();
      await page.getByText(label("not-kept")).waitFor();
      await page.locator("#plans .mine").waitFor();
    }
    await page.getByLabel(label("plan-words")).fill("inwi");
    await page.locator("#plans .mine").nth(1).waitFor();
    const own = "id,price\ninwi-esim-pack-120,1\ninwi-star3-5,1\n";
    await page.getByText(plain(withOwn(own, "days=30&data=20GB&lang=en").sentence)).waitFor();
  }));

test("airplane mode after one visit, and a new version when there is one", { skip }, () =>
  onPhone(browser, { locale: "en-GB" }, async (page, site, context) => {
    const label = labelsOf("en");
    await open(page, site, "#days=30&data=20GB");
    const { sentence } = expected("compare", "days=30&data=20GB&lang=en");
    await page.getByText(plain(sentence)).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

    site.isOffline = true;
    await context.setOffline(true);
    const offline = await context.newPage();
    await page.close();
    await offline.goto(`${site.origin}/#days=12&data=8GB`);
    await offline.getByText(plain(expected("compare", "days=12&data=8GB&lang=en").sentence)).waitFor();
    await offline.getByText(label("questions"), { exact: true }).click();
    await offline.getByRole("button", { name: label("ask") }).waitFor();

    site.isOffline = false;
    await context.setOffline(false);
    Object.assign(site.edits, {
      "service-worker.js": (text) => text.replace(/VERSION = "[^"]*"/, 'VERSION = "next"'),
      "index.html": (text) => text.replaceAll(label("title"), "The next version"),
    });
    await offline.reload();
    await offline.getByRole("heading", { name: label("title"), level: 1 }).waitFor();
    await offline.getByText(label("new-version")).waitFor();
    await look(offline, "new-version");
    await offline.getByRole("button", { name: label("update") }).click();
    await offline.getByRole("heading", { name: "The next version", level: 1 }).waitFor();
    await offline.getByText(plain(expected("compare", "days=12&data=8GB&lang=en").sentence)).waitFor();
    assert.deepEqual(await offline.evaluate(() => caches.keys()), ["simplan-next"]);
  }));

test("a language that is written from right to left", { skip }, () =>
  onPhone(browser, { locale: "en-GB", edits: { "labels.js": rightToLeft } }, async (page, site) => {
    await open(page, site, "#days=30&data=20GB&operator=inwi&lang=fr");
    await page.getByText(plain(expected("compare", "days=30&data=20GB&operator=inwi&lang=fr").sentence)).waitFor();
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    await page.locator("summary").evaluateAll((all) => all.forEach((summary) => summary.click()));
    await look(page, "right-to-left");
  }));

/** Opens the page as of a fixed date. */
async function open(page, site, fragment = "") {
  await page.context().clock.setFixedTime(`${TODAY}T12:00:00`);
  await page.goto(`${site.origin}/${fragment}`);
}

/** What the engine answers, without the page. */
function expected(command, fragment) {
  const answer = JSON.parse(engine.answer(command, fragment));
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.ok;
}

/** The answer of `compare` with own prices. */
function withOwn(csv, fragment) {
  try {
    engine.use_own("own", new TextEncoder().encode(csv), "");
    return expected("compare", fragment);
  } finally {
    engine.use_own("own", new Uint8Array(), "");
  }
}

/** A text as the page shows it: words between backticks are code. */
function plain(text) {
  return text.replaceAll("`", "");
}

function labelsOf(language) {
  return (key) => labels[language][`page-${key}`] ?? assert.fail(`no label page-${key}`);
}

/** `labels.js` with Arabic letters in place of the French ones, and as many. */
function rightToLeft() {
  const letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
  const written = (text) => text.replaceAll(/\p{L}/gu, (letter) => letters[letter.codePointAt(0) % letters.length]);
  const french = Object.entries(labels.fr).map(([key, text]) => [key, written(text)]);
  const fr = { ...Object.fromEntries(french), "page-direction": "rtl" };
  return `export default ${JSON.stringify({ ...labels, fr })};`;
}

/** The text of the file that an action downloads. */
async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return readFile(await download.path(), "utf8");
}

/** In the page: notes what it asks of the phone. */
function phone() {
  globalThis.told = [];
  const say = (text) => globalThis.told.push(text);
  const wakeLock = { request: async (kind) => say(`lock ${kind}`) && { release: async () => say("release") } };
  Object.defineProperty(navigator, "wakeLock", { value: wakeLock });
  Object.defineProperty(navigator, "share", { value: async ({ url }) => say(`share ${url}`) });
}

/** Drops a file on the page. */
async function drop(page, name, text) {
  const dataTransfer = await page.evaluateHandle(([of, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], of, { type: "text/csv" }));
    return transfer;
  }, [name, text]);
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

/** Chooses a file with a button of the page. */
async function choose(page, button, name, text) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: button }).click()]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}
