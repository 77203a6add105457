// The extension's own pages in every state, under the policy they are shipped with: accessible in light and dark, complete
// by keyboard, every switch written and taken back. The browser's extension API is a stand-in (mock.mjs); what the pages
// show of a real page is the matter of the tests of the content script.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { mock, summary } from './mock.mjs';

const extension = fileURLToPath(new URL('../../extension/', import.meta.url));
const messages = JSON.parse(readFileSync(path.join(extension, '_locales/en/messages.json'), 'utf8'));
const policy = JSON.parse(readFileSync(path.join(extension, 'manifest.json'), 'utf8')).content_security_policy.extension_pages;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TYPES = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.png': 'image/png' });

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {import('node:http').Server} */
let server;
let base = '';

before(async () => {
  server = createServer(async (request, response) => {
    try {
      const name = path.normalize(new URL(request.url ?? '/', 'http://loopback').pathname);
      const body = await readFile(path.join(extension, name));
      response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'text/plain', 'content-security-policy': policy }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  base = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  browser = await puppeteer.launch({ executablePath: process.env.SAIDBY_CHROMIUM ?? '/usr/bin/chromium', pipe: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/**
 * A page of the extension in a profile of its own; gives it to `use` and fails on any error of the page.
 * @param {string} name
 * @param {Record<string, any>} given what the stand-in is told; `dark`, `width`
 * @param {(page: import('puppeteer-core').Page) => Promise<void>} use
 */
async function open(name, given, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (e) => errors.push(String(e)));
    page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()); });
    await page.setViewport({ width: given.width ?? 400, height: 700 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: given.dark ? 'dark' : 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.evaluateOnNewDocument(mock, { messages, summary: summary(), url: 'https://news.example/story', ...given });
    await page.goto(`${base}/${name}/index.html`);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent && document.querySelector('h2')?.textContent);
    await use(page);
    assert.deepEqual(errors, [], `${name}: errors of the page`);
  } finally {
    await context.close();
  }
}

/** @param {import('puppeteer-core').Page} page */
const stored = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('mock-settings') ?? 'null'));

/** @param {import('puppeteer-core').Page} page @param {string} selector */
const textOf = (page, selector) => page.$eval(selector, (n) => n.textContent ?? '');

/** Waits until the browser grants these origins and no others. @param {import('puppeteer-core').Page} page @param {string[]} origins */
const granted = (page, origins) => page.waitForFunction((o) => JSON.stringify([.../** @type {any} */ (globalThis).mocked.granted].sort()) === o, { timeout: 5000 }, JSON.stringify([...origins].sort()));

/** @param {import('puppeteer-core').Page} page @param {string} words */
const says = (page, words) => page.waitForFunction((w) => document.body.textContent?.includes(w), { timeout: 5000 }, words);

test('every page is accessible, narrow and wide, in light and dark', async () => {
  for (const name of ['popup', 'options', 'welcome', 'panel']) {
    for (const dark of [false, true]) {
      for (const width of [320, 900]) {
        const settings = { version: 1, kinds: {}, strength: 'all', sites: { 'news.example': 'always', 'other.example': 'off' }, everywhere: false };
        await open(name, { dark, width, settings }, async (page) => {
          await page.waitForSelector(name === 'popup' || name === 'panel' ? '#card dt' : name === 'options' ? '#sites li' : '#text p');
          await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
          await page.evaluate(axe);
          const found = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] }));
          const list = found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.slice(0, 3).map((/** @type {any} */ n) => `${n.target} ${n.failureSummary}`).join(' | ')}`);
          assert.deepEqual(list, [], `${name} at ${width} in ${dark ? 'dark' : 'light'}`);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways at ${width}`);
        });
      }
    }
  }
});

test('popup: each switch is written, shown again after a reload and taken back by undo', async () => {
  await open('popup', {}, async (page) => {
    await page.waitForSelector('#card dt');
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
    const boxes = await page.$$eval('#kinds input', (all) => all.map((i) => i.id));
    assert.equal(boxes.length, 3 + 27);
    for (const id of boxes.filter((b) => b.startsWith('kind-'))) {
      const was = await page.$eval(`#${id}`, (i) => /** @type {HTMLInputElement} */ (i).checked);
      await page.click(`#${id}`);
      assert.equal((await stored(page)).kinds[id.slice(5)], !was, id);
      await page.click('#undo');
      assert.deepEqual((await stored(page)).kinds, {}, id);
    }
    await page.click('#group-unattributed');
    assert.equal(Object.values((await stored(page)).kinds).filter((on) => on === false).length, 10);
    await page.reload();
    await page.waitForSelector('#card dt');
    assert.equal(await page.$eval('#kind-prediction', (i) => /** @type {HTMLInputElement} */ (i).checked), false);
    assert.equal(await page.$eval('#kind-direct', (i) => /** @type {HTMLInputElement} */ (i).checked), true);
  });
});

test('popup: strength changes the counts', async () => {
  await open('popup', {}, async (page) => {
    await says(page, '9 marks shown');
    await page.click('label:has(#strength-strong)');
    await says(page, '6 marks shown');
    assert.equal((await stored(page)).strength, 'strong');
  });
});

test('popup: off here, always here and on every page', async () => {
  await open('popup', {}, async (page) => {
    await page.waitForSelector('#card dt');
    await page.click('label:has(#site-off)');
    assert.deepEqual((await stored(page)).sites, { 'news.example': 'off' });
    await page.click('label:has(#site-always)');
    assert.deepEqual((await stored(page)).sites, { 'news.example': 'always' });
    await page.click('#everywhere');
    await page.waitForFunction(() => /** @type {any} */ (globalThis).mocked.said.filter((/** @type {any} */ m) => m.type === 'sync-permissions').length >= 3);
    assert.equal((await stored(page)).everywhere, true);
    const asked = await page.evaluate(() => /** @type {any} */ (globalThis).mocked.said.filter((/** @type {any} */ m) => m.type === 'request').map((/** @type {any} */ m) => m.origins));
    assert.deepEqual(asked, [['*://news.example/*'], ['<all_urls>']]);
  });
});

test('popup: a refused permission changes nothing and says so', async () => {
  await open('popup', { grants: false }, async (page) => {
    await page.waitForSelector('#card dt');
    await page.click('#everywhere');
    await says(page, messages.said_refused.message);
    assert.equal((await stored(page)).everywhere, false);
    assert.equal(await page.$eval('#everywhere', (i) => /** @type {HTMLInputElement} */ (i).checked), false);
  });
});

test('popup: access that is no longer wanted is given back, and undo asks for it again', async () => {
  await open('popup', {}, async (page) => {
    await page.waitForSelector('#card dt');
    await page.click('label:has(#site-always)');
    await granted(page, ['*://news.example/*']);
    await page.click('#everywhere');
    await granted(page, ['*://news.example/*', '<all_urls>']);
    await page.click('#everywhere');
    await granted(page, ['*://news.example/*']);
    await page.click('label:has(#site-off)');
    await granted(page, []);
    await page.click('#undo');
    await granted(page, ['*://news.example/*']);
    assert.deepEqual((await stored(page)).sites, { 'news.example': 'always' });
  });
});

test('popup: an undo that needs access which is refused changes nothing and says so', async () => {
  await open('popup', { grants: false, granted: ['<all_urls>'], settings: { version: 1, everywhere: true } }, async (page) => {
    await page.waitForSelector('#card dt');
    await page.click('#everywhere');
    await granted(page, []);
    await page.click('#undo');
    await says(page, messages.said_refused.message);
    assert.equal((await stored(page)).everywhere, false);
    assert.equal(await page.$eval('#everywhere', (i) => /** @type {HTMLInputElement} */ (i).checked), false);
  });
});

test('popup: access that is taken away in the browser’s own pages is missed at once', async () => {
  await open('popup', { granted: ['<all_urls>'], settings: { version: 1, everywhere: true } }, async (page) => {
    await page.waitForSelector('#card dt');
    assert.equal(await page.$('#grant:not([hidden] *)'), null);
    await page.evaluate(() => /** @type {any} */ (globalThis).mocked.grant([]));
    await page.waitForSelector('#grant:not([hidden] *)');
  });
});

test('popup: undo takes one change back and leaves what was changed since', async () => {
  await open('popup', {}, async (page) => {
    await page.waitForSelector('#card dt');
    await page.click('#kind-direct');
    const later = { ...await stored(page), strength: 'strong', sites: { 'other.example': 'off' } };
    await page.evaluate((settings) => /** @type {any} */ (globalThis).chrome.storage.local.set({ settings }), later);
    await page.click('#undo');
    assert.deepEqual(await stored(page), { ...later, kinds: {} });
  });
});

test('popup: what was said stays while its button has the focus, and goes with it', async () => {
  await open('popup', { held: true }, async (page) => {
    await page.waitForSelector('#card dt');
    await page.click('#kind-direct');
    await page.focus('#undo');
    await page.evaluate(() => /** @type {any} */ (globalThis).mocked.elapse());
    assert.ok(await page.$('#toast.shown #undo'));
    await page.focus('#kind-direct');
    assert.equal(await textOf(page, '#toast'), '');
    await page.click('#kind-mixed');
    await page.evaluate(() => /** @type {any} */ (globalThis).mocked.elapse());
    assert.equal(await textOf(page, '#toast'), '');
  });
});

test('popup: a group of which a part is on is announced so', async () => {
  await open('popup', { settings: { version: 1, kinds: { direct: false } } }, async (page) => {
    const state = async () => {
      const node = await page.accessibility.snapshot({ root: /** @type {any} */ (await page.$('#group-attributed')) });
      return `${node?.role} ${node?.checked}`;
    };
    // A switch is on or off to a screen reader, whatever is drawn.
    assert.equal(await state(), 'checkbox mixed');
    await page.click('#group-attributed');
    assert.equal(await state(), 'checkbox true');
  });
});

test('popup: a list that was opened stays open, and the focus where it is, when the page is read again', async () => {
  const found = summary();
  const [first] = found.report.statistics.sources;
  found.report.statistics.sources = Array.from({ length: 9 }, (_, i) => ({ ...first, speaker: { ...first.speaker, name: `Speaker ${i}` } }));
  await open('popup', { summary: found }, async (page) => {
    await page.click('#speakers summary');
    found.report.outlet.name = 'The Other Courier';
    await page.evaluate((s) => { const m = /** @type {any} */ (globalThis).mocked; m.summary = s; m.announce(); }, found);
    await says(page, 'The Other Courier');
    assert.deepEqual(await page.evaluate(() => [document.querySelector('details')?.open, document.activeElement?.localName]), [true, 'summary']);
  });
});

test('words of a page keep their own direction in ours', async () => {
  const found = JSON.parse(JSON.stringify(summary()).replaceAll('Marta Oyen', 'מרתה אוין').replaceAll('Ida Holm', 'אידה הולם').replaceAll('mayor of Lindvik', 'ראש העיר')
    .replaceAll('The Lindvik Courier', 'השליח').replaceAll('Fish market to close', 'השוק ייסגר').replaceAll('Northern News Agency', 'סוכנות').replaceAll(/Words of q|The disastrous plan/g, 'מילים'));
  for (const name of ['popup', 'panel']) {
    await open(name, { summary: found }, async (page) => {
      await page.waitForSelector('#card dt');
      const seen = await page.evaluate(() => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const all = [];
        // What the core says of the words is a sentence of ours.
        for (let n = walk.nextNode(); n; n = walk.nextNode()) if (/^[“(]?[\u05d0-\u05ea]/.test(/** @type {Text} */ (n).data) && !n.parentElement?.closest('.sourced, small')) all.push([/** @type {Text} */ (n).data, getComputedStyle(/** @type {Element} */ (n.parentElement)).direction]);
        return all;
      });
      assert.ok(seen.length >= 5, JSON.stringify(seen));
      assert.deepEqual(seen.filter(([, direction]) => direction !== 'rtl'), [], name);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
});

test('forced colours: a choice shows what is chosen and where the focus is', async () => {
  await open('popup', {}, async (page) => {
    await page.waitForSelector('#card dt');
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    const look = (/** @type {string} */ id) => page.$eval(`label:has(#${id})`, (n) => {
      const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(n);
      return { outline: `${outlineStyle} ${outlineWidth}`, backgroundColor };
    });
    const before = await look('strength-all');
    assert.notEqual(before.backgroundColor, (await look('strength-strong')).backgroundColor, 'the chosen one differs');
    await page.focus('#strength-all');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'strength-all');
    assert.notEqual((await look('strength-all')).outline, before.outline, 'the focus shows');
    assert.equal(await page.$eval('.legend i', (n) => getComputedStyle(n).forcedColorAdjust), 'none');
  });
});

test('popup: the card gives source and date, warns of old ones and says where the page is silent', async () => {
  await open('popup', {}, async (page) => {
    await page.waitForSelector('#card dt');
    const card = await textOf(page, '#card');
    for (const words of ['The Lindvik Courier, Norway', 'annual report, March 2026', 'Ida Holm', 'Institute for Coastal Studies', 'Northern News Agency', 'wrong year', messages.page_silent.message, messages.affiliation_silent.message]) assert.ok(card.includes(words), words);
    assert.equal(await page.$$eval('#card .stale', (all) => all.length), 1);
    assert.match(await textOf(page, '#bar'), /not a score/);
    assert.match(await textOf(page, '#speakers'), /named sources: 2 · anonymous: 1/);
  });
});

test('popup: each state says what it is', async () => {
  const blank = { counts: { all: {}, strong: {} }, generation: 1, error: null };
  /** @type {Array<[Record<string, any>, string]>} */
  const states = [
    [{ url: 'chrome://settings/' }, 'own pages'],
    [{ url: 'https://chromewebstore.google.com/x' }, 'extension stores'],
    [{ url: 'https://news.example/a.pdf', summary: null, activate: { error: { key: 'unreachable', message: 'No.' } } }, 'PDF'],
    [{ url: 'https://wiki.example/File:a.pdf' }, '9 marks shown'],
    [{ url: 'file:///papers/a.html', summary: null, activate: { error: { key: 'unreachable', message: 'No.' } } }, 'files on your device'],
    [{ url: 'file:///papers/a.html' }, '9 marks shown'],
    [{ summary: { ...blank, status: 'working', report: null } }, 'Reading the page'],
    [{ summary: { ...blank, status: 'off', report: null }, settings: { version: 1, sites: { 'news.example': 'off' } } }, 'switched off on news.example'],
    [{ summary: { ...blank, status: 'off', report: null } }, 'Marks are hidden'],
    [{ summary: { ...blank, status: 'failed', report: null, error: { key: 'too-large', message: 'x' } } }, 'holds more than'],
    [{ summary: { ...blank, status: 'failed', report: null, error: { key: 'new', message: 'Words of a new fault.' } } }, 'Words of a new fault.'],
    [{ summary: { ...blank, status: 'nothing', report: { notes: [{ key: 'no-article', message: 'x' }] } } }, 'No article was found'],
    [{ summary: { ...blank, status: 'nothing', report: { notes: [] } } }, 'none of it fits'],
    [{ summary: { ...summary(), report: { ...summary().report, notes: [{ key: 'language', message: 'x' }] } } }, 'not in English'],
    [{ summary: { ...summary(), report: { ...summary().report, notes: [{ key: 'language-marks', message: 'x' }] } } }, 'whose words they are'],
    [{ summary: null, activate: { error: { key: 'unreachable', message: 'Cannot access this tab.' } } }, 'Cannot access this tab.'],
  ];
  for (const [given, words] of states) await open('popup', given, (page) => says(page, words).then(() => undefined));
});

test('popup: no bar where claims are not looked for', async () => {
  for (const [key, hidden] of [['truncated', false], ['language', true], ['language-marks', true]]) {
    await open('popup', { summary: { ...summary(), report: { ...summary().report, notes: [{ key, message: 'x' }] } } }, async (page) => {
      await page.waitForSelector('#quoted:not([hidden])');
      assert.equal(await page.$eval('#sentences', (e) => /** @type {HTMLElement} */ (e).hidden), hidden, String(key));
    });
  }
});

test('popup: retry reads the page anew', async () => {
  await open('popup', { summary: { status: 'failed', error: { key: 'core', message: 'x' }, counts: { all: {}, strong: {} }, report: null } }, async (page) => {
    await page.waitForSelector('#retry');
    await page.evaluate((s) => { /** @type {any} */ (globalThis).mocked.summary = s; }, summary());
    await page.click('#retry');
    await says(page, '9 marks shown');
    assert.ok(await page.evaluate(() => /** @type {any} */ (globalThis).mocked.said.some((/** @type {any} */ m) => m.type === 'retry')));
  });
});

test('popup: everything is reached by the Tab key, and Space switches', async () => {
  await open('popup', {}, async (page) => {
    await page.waitForSelector('#card dt');
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
    const wanted = await page.evaluate(() => [...document.querySelectorAll('button, input, summary')].filter((n) => /** @type {HTMLElement} */ (n).checkVisibility() && !(n.matches('[type=radio]') && !/** @type {any} */ (n).checked)).length);
    const seen = new Set();
    for (let i = 0; i < wanted + 5; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => { const n = document.activeElement; return n && n !== document.body ? [...document.querySelectorAll('*')].indexOf(n) : -1; });
      if (at >= 0) seen.add(at);
    }
    assert.equal(seen.size, wanted);
    await page.focus('#kind-certainty');
    await page.keyboard.press('Space');
    assert.equal((await stored(page)).kinds.certainty, false);
  });
});

test('options: what is exported can be imported again, and faults are named', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'saidby-ui-'));
  try {
    const settings = { version: 1, kinds: { certainty: false, headline: true }, strength: 'strong', sites: { 'a.example': 'off', 'b.example': 'always' }, everywhere: true };
    /** @type {string} */
    let text = '';
    await open('options', { settings }, async (page) => {
      await page.waitForSelector('#sites li');
      await page.evaluate(() => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (b) => { /** @type {any} */ (globalThis).exported = /** @type {Blob} */ (b).text(); return make(b); };
      });
      await page.click('#export');
      text = await page.evaluate(() => /** @type {any} */ (globalThis).exported);
    });
    const file = path.join(dir, 'settings.json');
    await writeFile(file, text);
    await open('options', {}, async (page) => {
      const input = /** @type {any} */ (await page.$('#file'));
      await input.uploadFile(file);
      await says(page, messages.import_done.message);
      assert.deepEqual(await stored(page), settings);
      await page.click('#undo');
      assert.deepEqual((await stored(page)).sites, {});
      /** @type {Array<[string, string[]]>} */
      const bad = [['{', ['no JSON']], ['[]', ['no object']], ['{"version":2}', ['version is 2']],
        [JSON.stringify({ version: 1, kinds: { wit: true, certainty: 1 }, strength: 'some', sites: { 'a b': 'off', 'a.example': 'x' }, everywhere: 'yes', more: 1 }),
          ['“wit” is no category', '“certainty” is neither', '"some"', '“a b” is no host', '“a.example” is neither', '"yes"', '“more” is no setting']]];
      for (const [body, faults] of bad) {
        const before = await stored(page);
        await writeFile(file, body);
        await input.uploadFile(file);
        for (const f of faults) await page.waitForFunction((w) => document.querySelector('#faults')?.textContent?.includes(w), { timeout: 5000 }, f);
        assert.deepEqual(await stored(page), before);
      }
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

test('options: sites are added and removed, settings are reset, each with a way back', async () => {
  await open('options', {}, async (page) => {
    await page.type('#add-host', 'not a host');
    await page.keyboard.press('Enter');
    await says(page, 'is no host name');
    await page.$eval('#add-host', (i) => { /** @type {HTMLInputElement} */ (i).value = ''; });
    await page.type('#add-host', 'https://Paper.example/politics');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-host="paper.example"]');
    await page.click('[data-host="paper.example"] button');
    await page.waitForFunction(() => !document.querySelector('[data-host]'));
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'undo');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-host="paper.example"]');
    await page.click('#reset');
    await page.waitForFunction(() => !document.querySelector('[data-host]'));
    await page.click('#undo');
    await page.waitForSelector('[data-host="paper.example"]');
    assert.deepEqual((await stored(page)).sites, { 'paper.example': 'always' });
  });
});

test('options: removing a site leads to the way back, though the background is slow', async () => {
  await open('options', { stuck: true, settings: { version: 1, sites: { 'a.example': 'off' } } }, async (page) => {
    await page.waitForSelector('[data-host]');
    await page.focus('[data-host] button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'undo', { timeout: 5000 });
  });
});

test('options: a host is understood in any script and with a port', async () => {
  await open('options', {}, async (page) => {
    for (const [typed, host] of [['müller.example', 'xn--mller-kva.example'], ['News.example:8080', 'news.example'], [' http://a.example:81/b?c ', 'a.example']]) {
      await page.type('#add-host', typed);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`[data-host="${host}"]`);
    }
    await page.type('#add-host', 'about:config');
    await page.keyboard.press('Enter');
    await says(page, '“about:config” is no host name.');
  });
});

test('options: access is given back with everything, with a site and with all settings', async () => {
  const settings = { version: 1, sites: { 'a.example': 'always', 'b.example': 'always', 'c.example': 'always' }, everywhere: true };
  const [a, b, c] = ['*://a.example/*', '*://b.example/*', '*://c.example/*'];
  await open('options', { settings, granted: ['<all_urls>', a, b, c] }, async (page) => {
    await page.waitForSelector('[data-host]');
    await page.click('#everywhere');
    await granted(page, [a, b, c]);
    await page.click('[data-host="a.example"] button');
    await granted(page, [b, c]);
    await page.select('[data-host="b.example"] select', 'off');
    await granted(page, [c]);
    await page.click('#reset');
    await granted(page, []);
    await page.click('#undo');
    await granted(page, [c]);
    // What is taken away in the browser's own pages is asked for again, in sight.
    await page.evaluate(() => /** @type {any} */ (globalThis).mocked.grant([]));
    await page.waitForSelector('#grant-notice:not([hidden])');
  });
});

test('welcome: the choice is written, and leads with every page', async () => {
  await open('welcome', { width: 900 }, async (page) => {
    assert.equal(await page.$eval('main button', (b) => b.id), 'every');
    await page.click('#every');
    await says(page, messages.welcome_chosen_every.message);
    assert.equal((await stored(page)).everywhere, true);
    await page.click('#click');
    await says(page, messages.welcome_chosen_click.message);
    assert.equal((await stored(page)).everywhere, false);
  });
});

test('panel: entries lead to their words, and switches thin the list', async () => {
  await open('panel', {}, async (page) => {
    await page.waitForSelector('[data-of="q1"]');
    await page.click('[data-of="a1"]');
    await page.waitForFunction(() => /** @type {any} */ (globalThis).mocked.said.some((/** @type {any} */ m) => m.type === 'goto' && m.of === 'a1'));
    await page.evaluate(() => /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: { version: 1, kinds: {}, strength: 'strong', sites: {}, everywhere: false } }));
    await page.waitForFunction(() => !document.querySelector('[data-of="q3"]') && document.querySelector('[data-of="q1"]'));
  });
});

test('panel: a page that nobody tried to read is no fault, and one that is off is off', async () => {
  await open('panel', { summary: null }, async (page) => {
    await says(page, messages.status_unread.message);
    assert.equal(await page.$('.fault'), null);
  });
  await open('panel', { summary: null, settings: { version: 1, sites: { 'news.example': 'off' } } }, (page) => says(page, 'switched off on news.example').then(() => undefined));
});

test('panel: a tab in front that is closed to extensions isn’t asked on behalf of the last one', async () => {
  await open('panel', { held: true, summary: { ...summary(), status: 'working', report: null } }, async (page) => {
    await says(page, messages.status_working.message);
    await page.evaluate(() => /** @type {any} */ (globalThis).mocked.front('chrome://settings/', null));
    await says(page, messages.restricted_browser.message);
    await page.evaluate(() => /** @type {any} */ (globalThis).mocked.elapse());
    assert.match(await textOf(page, '#status'), /Not available here/);
  });
});

test('panel: the entry in use keeps the focus when the page is read again', async () => {
  await open('panel', {}, async (page) => {
    await page.waitForSelector('[data-of="q2"]');
    await page.focus('[data-of="q2"]');
    await page.evaluate(() => { const m = /** @type {any} */ (globalThis).mocked; Object.assign(globalThis, { entry: document.activeElement }); m.summary = { ...m.summary, generation: 2, counts: { all: {}, strong: {} } }; m.said.length = 0; m.announce(); });
    await page.waitForFunction(() => /** @type {any} */ (globalThis).mocked.said.length > 0);
    assert.ok(await page.evaluate(() => /** @type {any} */ (globalThis).entry === document.activeElement), 'the same report leaves the list alone');
    await page.evaluate(() => { const m = /** @type {any} */ (globalThis).mocked; m.summary.report.title = 'Fish market closed'; m.summary.report.quotations[0].words = '“Other words”'; m.announce(); });
    await says(page, '“Other words”');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-of')), 'q2');
  });
});

test('the locale has no word that nobody asks for', async () => {
  const files = (await readdir(extension, { recursive: true })).filter((f) => /\.(js|html)$/.test(f) && !f.startsWith('core/') && !f.startsWith('_locales/') || f === 'manifest.json');
  const code = (await Promise.all(files.map((f) => readFile(path.join(extension, f), 'utf8')))).join('\n');
  const named = new Set([...code.matchAll(/['"](?:__MSG_)?(\w+?)(?:__)?['"]/g)].map(([, key]) => key));
  const made = [...code.matchAll(/`(\w+_)\$\{[^`{}]*\}(\w*)`/g)].map(([, start, end]) => new RegExp(`^${start}\\w+${end}$`));
  const unused = Object.keys(messages).filter((key) => !named.has(key) && !named.has(key.replace(/_(?:one|many)$/, '')) && !made.some((m) => m.test(key)));
  assert.deepEqual(unused, []);
});

test('the locale has every word the pages ask for, and the table’s own for the categories', async () => {
  for (const file of ['popup/index.html', 'options/index.html', 'welcome/index.html', 'panel/index.html']) {
    const html = await readFile(path.join(extension, file), 'utf8');
    for (const [, key] of html.matchAll(/data-i18n(?:-label)?="([^"]+)"/g)) assert.ok(messages[key], `${file}: ${key}`);
    assert.ok(!/\sstyle=|<style|\son\w+=/.test(html), `${file} holds a style or script of its own`);
  }
  for (const file of ['popup/popup.js', 'options/options.js', 'welcome/welcome.js', 'panel/panel.js', 'shared/view.js', 'shared/keeper.js', 'content/card.js']) {
    const code = await readFile(path.join(extension, file), 'utf8');
    for (const [, key] of code.matchAll(/\bt\((?:[^'`()]*\? )?'([\w]+)'/g)) assert.ok(messages[key], `${file}: ${key}`);
    for (const [, key] of code.matchAll(/\bcount\('([\w]+)'/g)) assert.ok(messages[`${key}_one`] && messages[`${key}_many`], `${file}: ${key}`);
  }
  const table = await readFile(path.join(extension, 'shared/categories.js'), 'utf8');
  for (const [row] of table.matchAll(/\{"kind".*?\}/g)) {
    const c = JSON.parse(row);
    const key = `category_${c.key.replaceAll('-', '_')}`;
    assert.equal(messages[`${key}_label`]?.message, c.label);
    assert.equal(messages[`${key}_description`]?.message, c.description);
  }
});
