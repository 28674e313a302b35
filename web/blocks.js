// Draws the blocks of an answer: titles, sentences, lists, tables, timelines and charts.

import { element } from "./dom.js";
import { list, rich } from "./rich.js";

/** The elements of some blocks. With `ticks`, boxes and numbered steps can be ticked. */
export function drawn(blocks, ticks = null) {
  let heading = "";
  return blocks.map((block) => {
    if (block.kind === "heading") heading = block.text;
    return draw(block, ticks, heading);
  }).filter((node) => node !== null);
}

function draw(block, ticks, heading) {
  switch (block.kind) {
    case "title":
      return rich("h3", block.text);
    case "heading":
      return rich("h4", block.text);
    case "large":
    case "caption":
      return rich("p", block.text, { className: block.kind });
    case "sentences":
      return element("div", { className: block.tone }, ...block.texts.map((text) => rich("p", text)));
    case "notes":
      return list(block.texts, { className: "notes" });
    case "list":
      return items(block, ticks, heading);
    case "table":
      return table(block);
    case "fields":
      return element("dl", {}, ...block.rows.flatMap(([title, value]) => [rich("dt", title), rich("dd", value)]));
    case "timeline":
      return timeline(block);
    case "chart":
      return chart(block);
    default:
      return null;
  }
}

function items({ bullet, items: texts }, ticks, heading) {
  const tag = bullet === "number" ? "ol" : "ul";
  const canTick = ticks !== null && (bullet === "box" || bullet === "number");
  if (!canTick) return element(tag, { className: bullet }, ...texts.map((text) => rich("li", text)));
  return element(tag, { className: "ticks" }, ...texts.map((text) => {
    const key = `${heading}: ${text}`;
    const box = element("input", { type: "checkbox", checked: ticks.has(key) });
    box.onchange = () => ticks.set(key, box.checked);
    return element("li", {}, element("label", { className: "check" }, box, rich("span", text)));
  }));
}

/** On a narrow screen a row becomes a card, whose cells repeat the title of their column. */
function table({ columns, rows }) {
  const head = columns.map(({ title, is_figure }) => cell("th", title, is_figure, { scope: "col" }));
  const body = rows.map((row) => element("tr", {}, ...row.map((text, at) => {
    const made = cell("td", text, columns[at].is_figure);
    made.dataset.title = columns[at].title;
    return made;
  })));
  return element("table", {},
    element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body));
}

function cell(tag, text, isFigure, properties = {}) {
  return element(tag, { className: isFigure ? "figure" : "", ...properties }, rich("bdi", text));
}

/** Bars over the stay; `from` and `to` are ten-thousandths of it, and `more` says how many are left out. */
export function timeline({ rows, more }) {
  const bars = rows.map(({ label, when, from, to }) =>
    element("li", {}, rich("bdi", label), rich("bdi", when, { className: "when" }), track([{ from, to }])));
  return element("ul", { className: "timeline" }, ...bars, more ? rich("li", more) : null);
}

/** A picture of step lines. As an image it follows the colours of the page, and none of its text is read as markup. */
function chart({ svg, words, caption }) {
  const src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return element("figure", {}, element("img", { src, alt: words }),
    caption === null ? null : rich("figcaption", caption));
}

/** One bar for each of some spans, side by side; a picture of what the text says. */
export function track(spans) {
  return element("span", { className: "track", ariaHidden: "true" }, ...spans.map(({ from, to }) => {
    const bar = element("span", { className: "bar" });
    bar.style.setProperty("--from", from);
    bar.style.setProperty("--length", to - from);
    return bar;
  }));
}
