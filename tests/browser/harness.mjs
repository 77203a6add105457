// What every browser test needs: both browsers with the extension in them, a server on loopback, and waiting for a
// condition instead of for a time. The packs come from `cargo xtask pack` (dist/test-*: every host granted).

import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

/** The project's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The command line: `cargo xtask test` builds the first, a quick build is the second. */
export const cli = ['release', 'quick'].map((p) => path.join(root, 'target', p, 'saidby')).find((p) => existsSync(p)) ?? 'saidby';

/** The browsers to test: both, or the one that SAIDBY_BROWSER names. */
export const browsers = process.env.SAIDBY_BROWSER ? [process.env.SAIDBY_BROWSER] : ['chromium', 'firefox'];

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png', '.svg': 'image/svg+xml',
};

/**
 * A server on loopback. A route is a body, or a body with headers; what no route names is looked up in `folders`.
 * @param {Record<string, string | {body: string, headers?: Record<string, string>, status?: number}>} [routes]
 * @param {string[]} [folders]
 * @returns {Promise<{url: string, routes: Record<string, any>, requests: string[], close: () => Promise<void>}>}
 */
export async function serve(routes = {}, folders = []) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://loopback').pathname);
    requests.push(request.url ?? '/');
    const route = routes[name];
    if (route !== undefined) {
      const { body, headers = {}, status = 200 } = typeof route === 'string' ? { body: route } : route;
      const type = TYPES[/** @type {keyof TYPES} */ (path.extname(name))] ?? TYPES['.html'];
      response.writeHead(status, { 'content-type': type, ...headers }).end(body);
      return;
    }
    for (const folder of folders) {
      const file = path.join(folder, path.normalize(name));
      if (!file.startsWith(path.resolve(folder))) continue;
      for (const [found, unpack] of /** @type {const} */ ([[file, false], [`${file}.gz`, true], [path.join(file, 'index.html'), false]])) {
        try {
          const bytes = await readFile(found);
          const type = TYPES[/** @type {keyof TYPES} */ (path.extname(found.replace(/\.gz$/, '')))] ?? 'application/octet-stream';
          response.writeHead(200, { 'content-type': type }).end(unpack ? gunzipSync(bytes) : bytes);
          return;
        } catch { /* the next place */ }
      }
    }
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  // Where a test fails before it can close the server, the run ends all the same.
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    routes,
    requests,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()); }),
  };
}

/** @param {string} name */
function executable(name) {
  const own = process.env[name === 'chromium' ? 'SAIDBY_CHROMIUM' : 'SAIDBY_FIREFOX'];
  if (own) return own;
  const names = name === 'chromium' ? ['chromium', 'chromium-browser', 'google-chrome-stable'] : ['firefox-esr', 'firefox'];
  for (const n of names) if (existsSync(`/usr/bin/${n}`)) return `/usr/bin/${n}`;
  throw new Error(`no ${name}: \`cargo xtask setup\` installs one`);
}

/**
 * A browser, with the extension unless `extension` is false. `errors` collects what its own pages and workers report.
 * @param {string} name `chromium` or `firefox`
 * @param {{headless?: boolean, extension?: boolean | string, profile?: string, args?: string[], prefs?: Record<string, unknown>}} [options]
 *   `profile`: a folder that outlives the browser
 * @returns {Promise<Browser>}
 *
 * @typedef {{name: string, browser: import('puppeteer-core').Browser, id: string, errors: string[], worker: () => Promise<any>, close: () => Promise<void>}} Browser
 */
export async function launch(name, options = {}) {
  const { headless = true, extension = true, args = [], prefs = {} } = options;
  const profile = options.profile ?? await mkdtemp(path.join(tmpdir(), `saidby-${name}-`));
  const dir = typeof extension === 'string' ? extension : path.join(root, 'dist', `test-${name}`);
  if (extension && !existsSync(path.join(dir, 'manifest.json'))) throw new Error(`${dir} is missing: run \`cargo xtask pack\``);
  const common = { executablePath: executable(name), headless, protocolTimeout: 60_000, defaultViewport: headless ? { width: 1200, height: 900 } : null };
  const browser = name === 'chromium'
    ? await puppeteer.launch({
      ...common, pipe: true, enableExtensions: true, userDataDir: profile,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
        // Chromium 148 refuses an installation through the debugger without this; 156 doesn't ask for it.
        '--enable-unsafe-extension-debugging', ...args],
    })
    : await puppeteer.launch({
      // The flag lets `chrome` below run scripts in the browser's own window.
      ...common, browser: 'firefox', args: ['--remote-allow-system-access', ...args], ...(options.profile ? { userDataDir: profile } : {}),
      extraPrefsFirefox: { 'extensions.webextOptionalPermissionPrompts': false, 'extensions.originControls.grantByDefault': true, ...prefs },
    });
  const id = extension ? await browser.installExtension(dir) : '';
  /** @type {string[]} */
  const errors = [];
  const worker = async () => {
    const target = await browser.waitForTarget((t) => t.type() === 'service_worker' && t.url().includes(id), { timeout: 15_000 });
    return target.worker();
  };
  return {
    name, browser, id, errors, worker,
    async close() {
      await browser.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Runs a function in a browsing context of Firefox. Puppeteer hears nothing of the browser's own window and little of
 * the extension's pages, so this speaks to the browser directly.
 * @param {Browser} b
 * @param {string} context
 * @param {Function} work it sees nothing but its argument
 * @param {unknown} arg
 */
async function inContext(b, context, work, arg) {
  const expression = `(async () => JSON.stringify(await (${work})(${JSON.stringify(arg ?? null)})))()`;
  const { result } = await /** @type {any} */ (b.browser).connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  return result.result.value === undefined ? undefined : JSON.parse(result.result.value);
}

/** @param {Browser} b @param {object} [scope] @returns {Promise<{context: string, url: string}[]>} */
const contexts = async (b, scope = {}) => (await /** @type {any} */ (b.browser).connection.send('browsingContext.getTree', scope)).result.contexts;

/**
 * Runs a function in Firefox's own window, with all its rights: what a reader does with a toolbar, a menu or a key.
 * @template A
 * @param {Browser} b
 * @param {(arg: A) => unknown} work
 * @param {A} [arg]
 * @returns {Promise<any>}
 */
export async function chrome(b, work, arg) {
  const window = (await contexts(b, { 'moz:scope': 'chrome' })).find((c) => c.url === 'chrome://browser/content/browser.xhtml');
  return inContext(b, /** @type {any} */ (window).context, work, arg);
}

/**
 * @typedef {object} OwnPage a page of the extension in a tab
 * @property {(work: (arg: any) => unknown, arg?: unknown) => Promise<any>} evaluate
 * @property {() => Promise<void>} close
 */

/**
 * Opens a page of the extension in a tab behind the others.
 * @param {Browser} b
 * @param {string} name such as `options/index.html`
 * @returns {Promise<OwnPage>}
 */
export async function ownPage(b, name) {
  if (b.name === 'chromium') {
    const page = await b.browser.newPage({ background: true });
    page.on('pageerror', (e) => b.errors.push(String(e)));
    page.on('console', (m) => { if (m.type() === 'error') b.errors.push(m.text()); });
    await page.goto(`chrome-extension://${b.id}/${name}`);
    return { evaluate: (work, arg) => page.evaluate(work, arg), close: () => page.close() };
  }
  const url = await chrome(b, ([id, file]) => {
    const { WebExtensionPolicy, gBrowser, Services } = /** @type {any} */ (globalThis);
    const to = `moz-extension://${WebExtensionPolicy.getByID(id).mozExtensionHostname}/${file}`;
    gBrowser.addTab(to, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
    return to;
  }, [b.id, name]);
  const { context } = await until(async () => (await contexts(b)).find((c) => c.url === url), `${name} in a tab`);
  await until(() => inContext(b, context, () => document.readyState === 'complete', null), `${name} to load`);
  return {
    evaluate: (work, arg) => inContext(b, context, work, arg),
    close: async () => { await /** @type {any} */ (b.browser).connection.send('browsingContext.close', { context }); },
  };
}

/** @type {WeakMap<object, Promise<OwnPage>>} */
const helpers = new WeakMap();

/**
 * Runs a function where the extension's API is: in Chromium's worker, in Firefox in a page of the extension.
 * @template A
 * @param {Browser} b
 * @param {(arg: A) => unknown} work
 * @param {A} [arg]
 * @returns {Promise<any>}
 */
export async function inExtension(b, work, arg) {
  if (b.name === 'chromium') return (await b.worker()).evaluate(work, arg);
  let helper = helpers.get(b.browser);
  if (!helper) helpers.set(b.browser, helper = ownPage(b, 'options/index.html'));
  return (await helper).evaluate(work, arg);
}

/**
 * Grants every host again: Firefox lets the extension give back what its test pack asks for, Chromium doesn't.
 * @param {Browser} b
 */
export async function grant(b) {
  if (b.name === 'chromium') return;
  await chrome(b, async (id) => {
    const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add(id, { permissions: [], origins: ['<all_urls>'] }, WebExtensionPolicy.getByID(id).extension);
  }, b.id);
}

/**
 * Turns the extension on for every page, as the popup's switch does, and waits until the browser has it so.
 * @param {Browser} b
 */
export async function enable(b) {
  await grant(b);
  await inExtension(b, async () => {
    const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
    const { settings } = await api.storage.local.get('settings');
    await api.storage.local.set({ settings: { version: 1, ...settings, everywhere: true } });
    for (let i = 0; i < 200 && (await api.scripting.getRegisteredContentScripts()).length === 0; i++) {
      await new Promise((done) => setTimeout(done, 50));
    }
  });
}

/**
 * Waits until `check` gives something true, and gives that; fails with `what` after `limit` milliseconds.
 * @template T
 * @param {() => Promise<T> | T} check
 * @param {string} what
 * @param {number} [limit]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(check, what, limit = 15_000) {
  const end = Date.now() + limit;
  let last;
  for (;;) {
    try {
      const value = await check();
      if (value) return /** @type {NonNullable<T>} */ (value);
      last = undefined;
    } catch (e) { last = e; }
    if (Date.now() > end) throw new Error(`waited ${limit} ms in vain: ${what}${last ? ` (${last})` : ''}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * The painted marks of a page by category: the texts of their ranges. Chromium shares its registry with the page; where
 * a browser hides ranges made by an extension from the page, the counts alone are given.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<Record<string, {size: number, texts: string[]}>>}
 */
export function painted(page) {
  return page.evaluate(() => {
    /** @type {Record<string, {size: number, texts: string[]}>} */
    const found = {};
    for (const [name, highlight] of /** @type {any} */ (CSS).highlights) {
      if (!name.startsWith('saidby-')) continue;
      let texts = [];
      try { texts = Array.from(highlight, (r) => r.toString()); } catch { /* not ours to read */ }
      found[name.slice('saidby-'.length)] = { size: highlight.size, texts };
    }
    return found;
  });
}
