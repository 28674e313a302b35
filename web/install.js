// Keeps the page for use without a network, and offers a new version when there is one.

import { byId, element } from "./dom.js";
import { label } from "./text.js";

/** Registers the service worker, if the browser has one. */
export async function install() {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("service-worker.js");
    if (registration.waiting) offer(registration.waiting);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  } catch {
    // Without it the page works as long as there is a network.
  }
}

function watch(worker) {
  worker.addEventListener("statechange", () => {
    // The first version of all replaces nothing.
    if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
  });
}

function offer(worker) {
  const text = element("span", { textContent: label("page-new-version") });
  const button = element("button", { type: "button", textContent: label("page-update") });
  text.dataset.label = "page-new-version";
  button.dataset.label = "page-update";
  button.onclick = () => worker.postMessage("activate");
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  byId("update").replaceChildren(text, button);
}
