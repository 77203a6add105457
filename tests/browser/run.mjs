// What `cargo xtask run` does in the browser: opens the pages with the extension on, and without a display prints what
// was marked and writes a picture. Arguments: BROWSER [--headless] [--lab] [PAGE…].

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { enable, launch, painted, root, serve, until } from './harness.mjs';

const [name, ...rest] = process.argv.slice(2);
const headless = rest.includes('--headless');
const lab = rest.includes('--lab');
const named = rest.filter((a) => !a.startsWith('--'));

const server = await serve({}, [path.join(root, 'www'), path.join(root, 'www/samples'), path.join(root, 'tests/pages')]);
/** @type {{label: string, url: string}[]} */
const pages = [];
for (const [i, p] of named.entries()) {
  if (existsSync(p)) {
    const bytes = readFileSync(p);
    const route = `/page/${i}/${path.basename(p).replace(/\.gz$/, '')}`;
    server.routes[route] = (p.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    pages.push({ label: path.basename(p), url: server.url + route });
  } else {
    pages.push({ label: p, url: server.url + (p.startsWith('/') ? p : `/${p}`) });
  }
}
if (lab) pages.push({ label: 'lab', url: `${server.url}/index.html` });
if (pages.length === 0) pages.push({ label: 'sample', url: `${server.url}/samples/news.html` });

// Headless, a saved page must not wait for the servers it once named.
const closed = { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': 9 };
console.log(`starting ${name}${headless ? ', headless' : ''} with ${pages.length === 1 ? 'one page' : `${pages.length} pages`}`);
const b = await launch(name, {
  headless,
  args: headless && name === 'chromium' ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] : [],
  prefs: headless ? closed : {},
});
await enable(b);

/**
 * Brings the marks into the picture: a saved page without its styles begins with screens of navigation. Where the browser
 * hides the ranges from the page, the first long paragraph has to do.
 * @param {import('puppeteer-core').Page} page
 */
async function toMarks(page) {
  await page.setViewport({ width: 1000, height: 1400 });
  await page.evaluate(() => {
    const tops = [];
    for (const [key, highlight] of /** @type {any} */ (CSS).highlights) {
      if (!key.startsWith('saidby-')) continue;
      try { for (const r of highlight) { const box = r.getBoundingClientRect(); if (box.height > 0) tops.push(box.top); } } catch { /* not ours to read */ }
    }
    const long = tops.length ? undefined : [...document.querySelectorAll('p')].find((p) => (p.textContent ?? '').trim().length > 120 && p.getBoundingClientRect().height > 0);
    // The middle of the marks and not the first: a byline far above the text is one too.
    tops.sort((a, b) => a - b);
    const top = tops.length ? tops[tops.length >> 2] : long?.getBoundingClientRect().top ?? 0;
    // A page may scroll smoothly, and the picture is taken at once.
    window.scrollTo({ top: Math.max(0, window.scrollY + top - 300), behavior: 'instant' });
  });
  await new Promise((done) => setTimeout(done, 400));
}

let failed = 0;
for (const { label, url } of pages) {
  const page = await b.browser.newPage();
  /** @type {string[]} */
  const ours = [];
  page.on('console', (m) => { if (m.type() === 'error' && /-extension:\/\//.test(m.location().url ?? '')) ours.push(m.text()); });
  page.on('pageerror', (e) => { const at = String(/** @type {any} */ (e)?.stack ?? e); if (/-extension:\/\//.test(at)) ours.push(at); });
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
  } catch (e) {
    // A saved page's script may leave for an address that the browser refuses; the other pages are still to be opened.
    console.log(`\n${label}: not opened as it should be (${e instanceof Error ? e.message.split('\n')[0] : e})`);
  }
  if (label === 'lab') {
    console.log(`lab: ${url}`);
    if (headless) await page.screenshot({ path: path.join(root, `dist/run-lab-${name}.png`) });
    continue;
  }
  let marks = {};
  try {
    marks = await until(async () => { const m = await painted(page); return Object.keys(m).length > 0 && m; }, 'marks', 10_000);
  } catch { /* said below */ }
  const rows = Object.entries(marks).filter(([, m]) => m.size > 0);
  console.log(`\n${label}: ${rows.length === 0 ? 'nothing marked' : `${rows.reduce((n, [, m]) => n + m.size, 0)} ranges`}`);
  for (const [key, { size, texts }] of rows) {
    console.log(`  ${key.padEnd(20)}${String(size).padStart(3)}  ${texts.slice(0, 3).map((/** @type {string} */ t) => JSON.stringify(t.replace(/\s+/g, ' ').slice(0, 60))).join(' ')}`);
  }
  for (const e of ours) console.log(`  error: ${e}`);
  failed += ours.length;
  if (headless) {
    const file = pages.length === 1 ? `dist/run-${name}.png` : `dist/run-${name}-${label.replace(/\.html(\.gz)?$/, '').replace(/[^\w.-]/g, '_')}.png`;
    await toMarks(page);
    await page.screenshot({ path: path.join(root, file) });
    console.log(`  picture: ${file}`);
    await page.close();
  }
}
if (headless) {
  await b.close();
  await server.close();
  if (failed > 0) { console.error(`${failed} errors of the extension`); process.exit(1); }
} else {
  console.log(`\nserving ${server.url}; close the browser to end`);
  await new Promise((done) => b.browser.once('disconnected', () => done(undefined)));
  await server.close();
}
