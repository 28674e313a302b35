// Keeps the page for use without a network, and offers a new version when there is one.

import { byId } from "./dom.js";
import { labelled } from "./text.js";

/** Registers the service worker, if the browser has one. */
export async function install() {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("service-worker.js");
    // The first version of all replaces nothing.
    const isFirst = registration.active === null;
    if (registration.waiting) offer(registration.waiting);
    if (registration.installing && !isFirst) watch(registration.installing);
    registration.addEventListener("updatefound", () => registration.active && watch(registration.installing));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  } catch {
    // Without it the page works as long as there is a network.
  }
}

function watch(worker) {
  worker.addEventListener("statechange", () => {
    if (worker.state === "installed") offer(worker);
  });
}

function offer(worker) {
  const activate = () => worker.postMessage("activate");
  const button = labelled("button", "page-update", { type: "button", onclick: activate });
  worker.addEventListener("statechange", () => worker.state === "activated" && location.reload());
  byId("update").replaceChildren(labelled("span", "page-new-version"), button);
}
