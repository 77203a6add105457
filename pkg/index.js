// The package's door. The core is loaded once, at the first call: from the file system in Node, by fetch in browsers and
// Deno. Everything after that runs in this process; no text leaves it.

import init, * as core from './saidby.js';

/** @type {Promise<unknown> | undefined} */
let ready;

async function load() {
  const url = new URL('./saidby_bg.wasm', import.meta.url);
  if (url.protocol === 'file:' && typeof process !== 'undefined' && process.versions?.node) {
    const { readFile } = await import('node:fs/promises');
    return init({ module_or_path: await readFile(url) });
  }
  return init({ module_or_path: url });
}

function start() {
  // A failed load may be passing: the next call tries again.
  ready ??= load().catch((e) => {
    ready = undefined;
    throw e;
  });
  return ready;
}

/** @type {import('./index.d.ts').analyzeText} */
export async function analyzeText(text, options = {}) {
  if (typeof text !== 'string') throw new TypeError('analyzeText takes a string');
  await start();
  return core.analyzeText(text, options.url);
}

/** @type {import('./index.d.ts').analyzePage} */
export async function analyzePage(page) {
  await start();
  return core.analyzePage(page);
}

/** @type {import('./index.d.ts').categories} */
export async function categories() {
  await start();
  return core.categories();
}
