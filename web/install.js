// Keeps the page for use without a network, and offers a new version when there is one.

import { byId } from "./dom.js";
import { labelled } from "./text.js";

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
  const activate = () => worker.postMessage("activate");
  const button = labelled("button", "page-update", { type: "button", onclick: activate });
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  byId("update").replaceChildren(labelled("span", "page-new-version"), button);
}
