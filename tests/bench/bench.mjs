// What `cargo xtask bench` measures: the core natively and in both browsers, sizes, the time from a page to its marks,
// and in the same run three npm packages on the same text. Times are medians; a ratio says more than a time.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { enable, launch, root, serve, until } from '../browser/harness.mjs';

const samples = path.join(root, 'www/samples');
const once = readdirSync(samples).filter((f) => f.endsWith('.txt')).sort().map((f) => readFileSync(path.join(samples, f), 'utf8')).join('\n\n');
const words = (/** @type {string} */ t) => (t.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length;
const text = Array.from({ length: Math.max(1, Math.round(1000 / words(once))) }, () => once).join('\n\n');
const per = words(text) / 1000;
const median = (/** @type {number[]} */ xs) => [...xs].sort((a, b) => a - b)[xs.length >> 1];
const row = (/** @type {string} */ what, /** @type {string} */ value) => console.log(`  ${what.padEnd(64)}${value}`);
const ms = (/** @type {number} */ t) => `${t.toFixed(2)} ms`;
const KB = (/** @type {number} */ n) => `${(n / 1000).toFixed(0)} kB`;

console.log(`sizes`);
const wasm = readFileSync(path.join(root, 'pkg/saidby_bg.wasm'));
row('wasm', `${KB(wasm.length)}, gzip ${KB(gzipSync(wasm, { level: 9 }).length)}, brotli ${KB(brotliCompressSync(wasm).length)}`);
for (const b of ['chromium', 'firefox']) row(`saidby-${b}.zip`, KB(readFileSync(path.join(root, `dist/saidby-${b}.zip`)).length));

console.log(`\nper 1,000 words (a text of ${words(text)} words)`);
/** One core of the command line (it uses those that `taskset` leaves it): the slope between few and many documents leaves its start out. */
function native() {
  const cli = path.join(root, 'target/release/saidby');
  const time = (/** @type {number} */ n) => {
    const input = Array.from({ length: n }, (_, id) => JSON.stringify({ id, text })).join('\n');
    const began = performance.now();
    const args = ['annotate', '-', '--input', 'jsonl', '--format', 'jsonl'];
    execFileSync('taskset', ['-c', '0', cli, ...args], { input, maxBuffer: 1 << 30 });
    return performance.now() - began;
  };
  return median([0, 1, 2].map(() => (time(60) - time(10)) / 50)) / per;
}
try { row('core, native, one core, with JSON', ms(native())); } catch (e) { row('core, native', `not measured: ${e instanceof Error ? e.message : e}`); }

const server = await serve({ '/bench.html': '<!doctype html><title>bench</title><link rel="icon" href="data:,">' }, [root]);
for (const name of ['chromium', 'firefox']) {
  const b = await launch(name, { extension: false });
  const page = await b.browser.newPage();
  await page.goto(`${server.url}/bench.html`);
  const { times, memory } = await page.evaluate(async (t) => {
    const core = await import(/** @type {any} */ ('/pkg/saidby.js'));
    const { memory } = await core.default();
    // Browsers round their clock, so each sample is several runs. They compile a function anew, and better, when it has run
    // for a while, in other threads: the first samples tell what that costs, the last ones what it brings.
    const out = [];
    for (let i = 0; i < 50; i++) {
      const began = performance.now();
      for (let k = 0; k < 5; k++) core.analyzeText(t);
      out.push((performance.now() - began) / 5);
    }
    const size = memory.buffer.byteLength;
    core.analyzeText(`${t}\n\n`.repeat(30));
    return { times: out, memory: [size, memory.buffer.byteLength] };
  }, text);
  row(`core, wasm in ${name}`, ms(median(times.slice(25)) / per));
  row(`  the same while the browser compiles: 5 texts, the next 45`, `${ms(times[0] / per)}, ${ms(median(times.slice(1, 10)) / per)}`);
  row(`  its memory after this text, and after one 30 times as long`, memory.map(KB).join(', '));
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

// From the moment the browser may run a content script (the document is parsed) to the first frame that shows marks; the
// page's own clock, so that no driver's round trip is in it.
console.log('\nfrom injected script to painted marks, and the memory of the background');
server.routes['/article.html'] = html.replace('<title>t</title>', '<title>bench</title><link rel="icon" href="data:,">');
const watch = () => {
  const w = /** @type {any} */ (globalThis);
  const look = () => {
    const names = [.../** @type {any} */ (CSS).highlights.keys()];
    if (names.some((/** @type {string} */ n) => n.startsWith('saidby-'))) w.benchPainted = performance.now();
    else requestAnimationFrame(look);
  };
  document.addEventListener('DOMContentLoaded', () => { w.benchReady = performance.now(); look(); });
};
const pause = (/** @type {number} */ t) => new Promise((done) => setTimeout(done, t));

/** The resident memory of the browser's process for extensions, in bytes; 0 where the system doesn't tell. */
function extensionProcess(/** @type {any} */ b) {
  const top = b.browser.process()?.pid;
  let most = 0;
  for (const pid of readdirSync('/proc').filter((d) => /^\d+$/.test(d))) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const ours = b.name === 'chromium'
        ? line.includes('--extension-process') && line.includes('--type=renderer')
        : readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('WebExtensions');
      // A family line: another browser may run on this machine.
      let up = Number(pid);
      while (ours && up > 1 && up !== top) up = Number(readFileSync(`/proc/${up}/stat`, 'utf8').replace(/^.*\) \S /s, '').split(' ')[0]);
      if (ours && up === top) most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024);
    } catch { /* it ended meanwhile */ }
  }
  return most;
}

for (const name of ['chromium', 'firefox']) {
  // Firefox stops an idle background by itself; half a second makes that measurable.
  const b = await launch(name, name === 'firefox' ? { prefs: { 'extensions.background.idle.timeout': 500 } } : {});
  try {
    await enable(b, `${server.url}/article.html`);
    const page = await b.browser.newPage();
    await page.evaluateOnNewDocument(watch);
    const once = async () => {
      await page.goto(`${server.url}/article.html`, { waitUntil: 'domcontentloaded' });
      const [ready, done] = await until(() => page.evaluate(() => {
        const { benchReady, benchPainted } = /** @type {any} */ (globalThis);
        return benchPainted ? [benchReady, benchPainted] : null;
      }), 'marks');
      return done - ready;
    };
    const cold = [];
    for (let i = 0; i < 5; i++) {
      if (name === 'chromium') await (await b.worker())?.close(); else await pause(3000);
      await pause(300);
      cold.push(await once());
    }
    const before = extensionProcess(b);
    const warm = [];
    for (let i = 0; i < 50; i++) warm.push(await once());
    row(`${name}: worker at rest`, `${median(cold).toFixed(0)} ms (${cold.map((t) => t.toFixed(0)).join(', ')})`);
    row(`${name}: worker running, 50 pages`, `${median(warm).toFixed(0)} ms (at most ${Math.max(...warm).toFixed(0)})`);
    const after = extensionProcess(b);
    row(`${name}: its process before and after 50 pages`, after ? `${KB(before)}, ${KB(after)}` : 'not told by this system');
    if (name === 'chromium') {
      const target = await b.browser.waitForTarget((t) => t.type() === 'service_worker' && t.url().includes(b.id));
      const session = await target.createCDPSession();
      const use = /** @type {any} */ (await session.send('Runtime.getHeapUsage'));
      row('chromium: its JavaScript heap, and buffers with the wasm', `${KB(use.usedSize)}, ${KB(use.backingStorageSize ?? 0)}`);
    }
  } catch (e) {
    row(name, `not measured: ${e instanceof Error ? e.message : e}`);
  } finally {
    await b.close();
  }
}
await server.close();
