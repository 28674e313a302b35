// The labels of the page in its language. `labels.js` is made from `src/i18n/*/page.ftl` by the build.

import { element } from "./dom.js";
import labels from "./labels.js";

const languages = Object.keys(labels);
let language = "en";

/** The label with this key. */
export function label(key) {
  return labels[language][key] ?? labels.en[key] ?? key;
}

/** A new element with a label, which follows the language of the page. */
export function labelled(tag, key, properties = {}) {
  const made = element(tag, { ...properties, textContent: label(key) });
  made.dataset.label = key;
  return made;
}

/** The first of these languages that the page speaks: `fr-CA` is `fr`. */
export function spoken(wishes) {
  const words = wishes.map((wish) => wish.toLowerCase().split(/[-_.@]/)[0]);
  return words.find((word) => languages.includes(word)) ?? "en";
}

/** Puts the page into a language. */
export function speak(word) {
  language = word;
  document.documentElement.lang = word;
  document.documentElement.dir = label("page-direction");
  document.title = label("page-title");
  for (const place of document.querySelectorAll("[data-label]")) place.textContent = label(place.dataset.label);
}
