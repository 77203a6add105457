// What `cargo xtask bench` measures: the core natively and in both browsers, sizes, the time from a page to its marks,
// and in the same run three npm packages on the same text. Times are medians; a ratio says more than a time.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { enable, launch, painted, root, serve, until } from '../browser/harness.mjs';

const samples = path.join(root, 'www/samples');
const once = readdirSync(samples).filter((f) => f.endsWith('.txt')).sort().map((f) => readFileSync(path.join(samples, f), 'utf8')).join('\n\n');
const words = (/** @type {string} */ t) => (t.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length;
const text = Array.from({ length: Math.max(1, Math.round(1000 / words(once))) }, () => once).join('\n\n');
const per = words(text) / 1000;
const median = (/** @type {number[]} */ xs) => [...xs].sort((a, b) => a - b)[xs.length >> 1];
const row = (/** @type {string} */ what, /** @type {string} */ value) => console.log(`  ${what.padEnd(52)}${value}`);
const ms = (/** @type {number} */ t) => `${t.toFixed(2)} ms`;
const KB = (/** @type {number} */ n) => `${(n / 1000).toFixed(0)} kB`;

console.log(`sizes`);
const wasm = readFileSync(path.join(root, 'pkg/saidby_bg.wasm'));
row('wasm', `${KB(wasm.length)}, gzip ${KB(gzipSync(wasm, { level: 9 }).length)}, brotli ${KB(brotliCompressSync(wasm).length)}`);
for (const b of ['chromium', 'firefox']) row(`saidby-${b}.zip`, KB(readFileSync(path.join(root, `dist/saidby-${b}.zip`)).length));

console.log(`\nper 1,000 words (a text of ${words(text)} words)`);
/** One core of the command line: the slope between few and many documents leaves its start out. */
function native() {
  const cli = path.join(root, 'target/release/saidby');
  const time = (/** @type {number} */ n) => {
    const input = Array.from({ length: n }, (_, id) => JSON.stringify({ id, text })).join('\n');
    const began = performance.now();
    execFileSync(cli, ['annotate', '-', '--input', 'jsonl', '--format', 'jsonl'], { input, maxBuffer: 1 << 30, env: { ...process.env, RAYON_NUM_THREADS: '1' } });
    return performance.now() - began;
  };
  return median([0, 1, 2].map(() => (time(60) - time(10)) / 50)) / per;
}
row('core, native, one thread, with JSON', ms(native()));

const server = await serve({ '/bench.html': '<!doctype html><title>bench</title><link rel="icon" href="data:,">' }, [root]);
for (const name of ['chromium', 'firefox']) {
  const b = await launch(name, { extension: false });
  const page = await b.browser.newPage();
  await page.goto(`${server.url}/bench.html`);
  const times = await page.evaluate(async (t) => {
    const core = await import(/** @type {any} */ ('/pkg/saidby.js'));
    await core.default();
    // Browsers round their clock, so each sample is several runs.
    const out = [];
    for (let i = 0; i < 12; i++) {
      const began = performance.now();
      for (let k = 0; k < 5; k++) core.analyzeText(t);
      out.push((performance.now() - began) / 5);
    }
    return out.slice(2);
  }, text);
  row(`core, wasm in ${name}`, ms(median(times) / per));
  await b.close();
}

/** @param {() => void} f */
function time(f) {
  const out = [];
  for (let i = 0; i < 8; i++) { const began = performance.now(); f(); out.push(performance.now() - began); }
  return median(out.slice(2)) / per;
}
const compromise = (await import('compromise')).default;
row('compromise, quotations()', ms(time(() => compromise(text).quotations().json())));
const wink = /** @type {any} */ ((await import('wink-nlp')).default)(/** @type {any} */ ((await import('wink-eng-lite-web-model')).default));
row('wink-nlp, tokens and parts of speech', ms(time(() => wink.readDoc(text).tokens().out(wink.its.pos))));
const { JSDOM } = await import('jsdom');
const { Readability } = await import('@mozilla/readability');
const html = `<!doctype html><title>t</title><article><h1>t</h1>${text.split(/\n\n+/).map((p) => `<p>${p.replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'))}</p>`).join('')}</article>`;
row('@mozilla/readability with jsdom', ms(time(() => { new Readability(new JSDOM(html).window.document).parse(); })));

console.log('\nfrom navigation to painted marks (with the load of a page from loopback)');
server.routes['/article.html'] = html;
for (const name of ['chromium', 'firefox']) {
  const b = await launch(name);
  try {
    await enable(b, `${server.url}/article.html`);
    const page = await b.browser.newPage();
    const times = [];
    for (let i = 0; i < 6; i++) {
      const began = performance.now();
      await page.goto(`${server.url}/article.html`, { waitUntil: 'domcontentloaded' });
      await until(async () => Object.keys(await painted(page)).length > 0, 'marks');
      times.push(performance.now() - began);
    }
    row(`${name}, warm`, `${median(times.slice(1)).toFixed(0)} ms`);
  } catch (e) {
    row(name, `not measured: ${e instanceof Error ? e.message : e}`);
  } finally {
    await b.close();
  }
}
await server.close();
