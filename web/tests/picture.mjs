// Makes the pictures of the page in the READMEs: `node picture.mjs`, after `cargo xtask web`.

import { launch } from "./browser.mjs";
import { ROOT } from "./engine.mjs";
import { serve } from "./serve.mjs";

const LOCALES = { en: "en-GB", fr: "fr-FR", zh: "zh-CN" };

const site = await serve();
const browser = await launch();
for (const [language, locale] of Object.entries(LOCALES)) {
  const page = await browser.newPage({ locale, viewport: { width: 360, height: 740 }, reducedMotion: "reduce" });
  await page.clock.setFixedTime("2026-11-26T12:00:00");
  await page.goto(`${site.origin}/#days=30&data=20GB`);
  await page.getByRole("article").first().waitFor();
  await page.getByRole("article").first().evaluate((card) => scrollTo(0, card.offsetTop - 260));
  await page.screenshot({ path: `${ROOT}docs/demo/page.${language}.png` });
  await page.close();
}
await browser.close();
site.close();
