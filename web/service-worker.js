// Keeps the page on the phone: all files of one version, or none. A new version is fetched in the background and waits
// until the user takes it. The build fills in the version and the files.

const VERSION = "__VERSION__";
const FILES = ["__FILES__"];
const NAME = `simplan-${VERSION}`;
/** The address of the page. Some hosts redirect `index.html` to it, and a redirected answer cannot become a page. */
const PAGE = "./";

addEventListener("install", (event) => event.waitUntil(fetchAll()));
addEventListener("activate", (event) => event.waitUntil(removeOthers()));
addEventListener("message", (event) => {
  if (event.data === "activate") skipWaiting();
});
addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method === "GET" && address.origin === location.origin) event.respondWith(respond(event.request));
});

async function fetchAll() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map((file) => new Request(file === "index.html" ? PAGE : file, { cache: "no-cache" })));
  // If the server got another version meanwhile, these files may be a mixture.
  const served = await fetch(location.href, { cache: "no-store" });
  if (!(await served.text()).includes(VERSION)) {
    await caches.delete(NAME);
    throw new Error("another version is being served");
  }
}

async function removeOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith("simplan-") && name !== NAME);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** A file of this version; only what is none of its files comes from the network. */
async function respond(request) {
  const cache = await caches.open(NAME);
  const address = request.url.split(/[?#]/)[0];
  const wanted = address === new URL("index.html", location).href ? PAGE : address;
  return (await cache.match(wanted)) ?? fetch(request);
}
