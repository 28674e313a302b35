// Small helpers for the document. Every text goes in as text, so nothing that comes from a catalogue becomes markup.

/** What `fill` has drawn in each place. */
const drawn = new WeakMap();

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** A new element: its properties, then its children (elements or texts; `null` is left out). */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Writes into an input only what it does not say already, so that the cursor stays. */
export function write(input, value) {
  if (input.value.trim() !== value) input.value = value;
}

/**
 * Fills a place with what `draw` makes of each of some data; `null` is left out. What was drawn of equal data in the same
 * language before stays, so typing waits only for what changes.
 */
export function fill(place, data, draw) {
  const before = drawn.get(place) ?? new Map();
  const after = new Map();
  for (const of of data) {
    let key = document.documentElement.lang + JSON.stringify(of);
    while (after.has(key)) key += " again";
    after.set(key, before.get(key) ?? draw(of));
  }
  drawn.set(place, after);
  const nodes = [...after.values()].filter((node) => node !== null);
  for (const node of [...place.childNodes]) if (!nodes.includes(node)) node.remove();
  nodes.forEach((node, at) => place.childNodes[at] !== node && place.insertBefore(node, place.childNodes[at] ?? null));
}

/** Waits until what has changed is on the screen. */
export function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** A disclosure with a summary, whose content is drawn when it is opened. */
export function disclosure(summary, draw) {
  const made = element("details", {}, element("summary", {}, summary), element("div"));
  drawWhenOpen(made, draw);
  return made;
}

/** Draws the content of a disclosure now if it is open, else when it is opened: typing waits only for what is seen. */
export function drawWhenOpen(details, draw) {
  const place = details.lastElementChild;
  details.ontoggle = () => details.open && place.replaceChildren(...draw());
  place.replaceChildren(...(details.open ? draw() : []));
}

/** Says something for a few seconds, also to a screen reader. */
export function say(text) {
  const said = byId("said");
  said.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => said.replaceChildren(), 4000);
}

/** Lets the user save a text as a file. */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** The bytes of a file. The engine says where they are not UTF-8. */
export async function bytesOf(file) {
  return new Uint8Array(await file.arrayBuffer());
}

/** Lets the user choose a file and hands over its name and bytes. */
export function chooseFile(use) {
  const input = element("input", { type: "file", accept: ".csv,text/csv" });
  input.onchange = async () => use(input.files[0].name, await bytesOf(input.files[0]));
  input.click();
}

/** The local date and time, such as `2026-11-26T14:30`. */
export function now() {
  const date = new Date();
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}
