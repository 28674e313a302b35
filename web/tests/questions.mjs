// Random questions as fragments of links, the same for the same seed.

const LINES = [
  "inwi-prepaid", "maroc-telecom-jawal", "maroc-telecom-liberte", "orange-prepaid", "orange-yo", "inwi-forfait", "airalo-discover",
];
const OPERATORS = ["inwi", "maroc-telecom", "orange", "airalo", "IAM"];
const VOLUMES = ["500MB", "1GB", "5 Go", "10GB", "20GB", "1.5GB", "0,5GB", "40GB", "120GB"];
const USES = ["light", "medium", "heavy", "medium,video=1h", "maps=1h,photos=20", "light,voice-call=30min", "medium,web=2h"];
/** What cannot be: each is in some questions, in place of what they said. */
const WRONG = [
  ["days", "0"], ["days", "soon"], ["to", "2026-11-01"], ["data", "lots"], ["data", "-1GB"], ["data", "0GB"], ["data", "1.5GiB"], ["data", "1,500MB"],
  ["use", "sleep=8h"], ["minutes", "many"], ["margin", "a bit"], ["have-sim", "no-line"], ["have-data", "2"], ["operator", "inwy"],
  ["max-age", "never"], ["currency", "XYZ"], ["rate", "EUR=0"], ["kind", "phone"], ["sims", "3"], ["colour", "blue"],
];
const KINDS = ["sim", "pass", "tourist", "contract", "esim"];

/** `count` questions: each a list of options with their values. */
export function questions(seed, count) {
  const random = generator(seed);
  return Array.from({ length: count }, () => question(random));
}

/** The options that only the renewal steps know. */
export function situation(seed) {
  const random = generator(seed);
  const pairs = [];
  if (random.chance(40)) pairs.push(["channel", random.one(["shop", "online", "scratch", "phone", "abroad"])]);
  if (random.chance(30)) pairs.push(["pay", random.one(["cash", "card", "wallet", "credit"])]);
  if (random.chance(30)) pairs.push(["number", random.one(["0612345678", "+212 6 12 34 56 78", "+33 6 12 34 56 78"])]);
  return pairs;
}

function question(random) {
  const { chance, one, within } = random;
  const pairs = [];
  const add = (percent, name, value) => chance(percent) && pairs.push([name, value()]);
  stay(random, pairs);
  const need = within(0, 99);
  if (need < 60) pairs.push(["data", chance(70) ? `${within(1, 60)}GB` : one(VOLUMES)]);
  else if (need < 75) pairs.push(["per-day", one(VOLUMES)]);
  else if (need < 92) pairs.push(["use", one(USES)]);
  add(need < 92 ? 20 : 90, "minutes", () => one(["30", "100", "300", "1000"]));
  add(15, "margin", () => one(["10%", "25%", "0%", "100%"]));
  if (chance(40)) {
    pairs.push(["have-sim", one(LINES)]);
    add(10, "have-sim", () => one(LINES));
    if (chance(50)) pairs.push(["have-data", one(VOLUMES)], ["have-days", `${within(1, 30)}`]);
    add(25, "state", () => one(["active", "suspended", "arrears", "unidentified"]));
  }
  add(35, "resident", () => "true");
  add(25, "form", () => one(["sim", "esim", "both"]));
  add(15, "operator", () => one(OPERATORS));
  add(8, "operator", () => one(OPERATORS));
  add(10, "not-operator", () => one(OPERATORS));
  add(6, "line", () => one(LINES));
  add(6, "not-line", () => one(LINES));
  add(8, "kind", () => one(KINDS));
  add(8, "not-kind", () => one(KINDS));
  add(8, "sold", () => one(["shop", "online", "both", "abroad"]));
  add(4, "before-arrival", () => "true");
  add(6, "no-unlimited", () => "true");
  add(6, "network", () => one(["3G", "4G", "5G"]));
  add(6, "min-confidence", () => one(["low", "medium", "high"]));
  add(10, "max-age", () => one(["any", "400", "1095"]));
  add(15, "sims", () => one(["1", "2"]));
  add(10, "max-purchases", () => `${within(1, 6)}`);
  add(15, "max-total", () => `${within(20, 400)}`);
  add(25, "currency", () => one(["EUR", "USD", "CNY", "RMB", "DH", "GBP"]));
  add(6, "rate", () => one(["USD=9.35", "EUR=10,8"]));
  add(40, "lang", () => one(["en", "fr", "zh"]));
  if (!chance(10)) return pairs;
  const wrong = one(WRONG);
  return [...pairs.filter(([name]) => name !== wrong[0]), wrong];
}

function stay({ chance, one, within }, pairs) {
  const first = `2026-12-${String(within(1, 28)).padStart(2, "0")}`;
  const kind = within(0, 99);
  if (kind < 55) pairs.push(["days", chance(85) ? `${within(1, 120)}` : one(["2 weeks", "10 jours", "10天"])]);
  else if (kind < 75) pairs.push(["from", first], ["days", `${within(1, 60)}`]);
  else if (kind < 90) pairs.push(["from", first], ["to", one(["2026-12-31", "15/01/2027", "2027-02-28"])]);
  else if (kind < 96) pairs.push(["from", `${first}T14:30`], ["to", "2027-01-10T09:00"]);
  else pairs.push(["from", "tomorrow"], ["days", "14"]);
}

/** A small generator of random numbers (mulberry32). */
function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const within = (low, high) => low + (next() % (high - low + 1));
  return { within, chance: (percent) => within(0, 99) < percent, one: (list) => list[within(0, list.length - 1)] };
}
