// A server for the tests: the built page, with files that a test replaces, and a network that it can switch off.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { PAGE } from "./engine.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves the page on a free port. `edits` has a function from text to text for each file that is served changed;
 * while `isOffline`, connections are closed without an answer.
 */
export async function serve() {
  const site = { edits: {}, isOffline: false, send };
  const server = createServer((request, response) => respond(site, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.origin = `http://localhost:${server.address().port}`;
  site.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return site;
}

function send(response, type, body) {
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache" }).end(body);
}

async function respond(site, request, response) {
  if (site.isOffline) {
    request.socket.destroy();
    return;
  }
  const path = new URL(request.url, site.origin).pathname.slice(1) || "index.html";
  try {
    const bytes = await readFile(`${PAGE}/${path}`);
    const edit = site.edits[path];
    await site.send(response, TYPES[extname(path)], edit ? edit(bytes.toString()) : bytes);
  } catch {
    response.writeHead(404).end();
  }
}
