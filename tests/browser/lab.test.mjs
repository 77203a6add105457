// The lab as a person meets it, in both browsers: what it marks, its card by pointer and by keyboard, its switches, its
// permalinks, its limits, without a network, and under axe in light and dark, wide and narrow.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { browsers, launch, root, serve, until } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'";

for (const name of browsers) {
  /** @type {Awaited<ReturnType<typeof launch>>} */
  let b;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    server = await serve({}, [path.join(root, 'www')]);
    b = await launch(name, { extension: false });
  });
  after(async () => { await b?.close(); await server?.close(); });

  /**
   * The lab in a window of its own; any error of the page fails.
   * @param {{at?: string, width?: number, height?: number, dark?: boolean}} how
   * @param {(page: import('puppeteer-core').Page, errors: string[]) => Promise<void>} use
   */
  async function open({ at = '', width = 1400, height = 900, dark = false }, use) {
    const page = await b.browser.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (e) => errors.push(String(e)));
    page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()); });
    try {
      await page.setViewport({ width, height });
      if (dark && name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await page.goto(`${server.url}/index.html${at}`);
      await page.waitForFunction(() => { const lab = document.getElementById('lab'); return lab && !lab.hidden; });
      // Firefox's driver emulates no scheme; the page itself follows `color-scheme`.
      if (dark && name !== 'chromium') await page.evaluate(() => { document.documentElement.style.colorScheme = 'dark'; });
      await use(page, errors);
      assert.deepEqual(errors, [], 'errors of the page');
    } finally {
      await page.close();
    }
  }

  /** @param {import('puppeteer-core').Page} page @param {string} id */
  const text = (page, id) => page.$eval(`#${id}`, (e) => e.textContent ?? '');
  /** @param {import('puppeteer-core').Page} page */
  const marks = (page) => page.$$eval('#marked .mark[tabindex]', (all) => all.length);
  /** @param {import('puppeteer-core').Page} page @param {string} value */
  const type = (page, value) => page.$eval('#text', (e, v) => {
    const field = /** @type {HTMLTextAreaElement} */ (e);
    field.value = v;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);

  test(`${name}: each sample has marks of its kind, numbers and switches that count them`, () => open({}, async (page) => {
    assert.ok(await marks(page) > 5);
    assert.match(await text(page, 'speakers'), /Ingrid Sollers/);
    assert.match(await text(page, 'numbers'), /\d+ words in \d+ sentences/);
    await page.select('#sample', 'opinion');
    await until(async () => /water crisis/.test(await text(page, 'marked')), 'the opinion piece');
    assert.match(await text(page, 'piece'), /Pauline Achterberg/);
    assert.ok(Number(await text(page, 'count-unattributed')) >= 5);
    await page.select('#sample', 'interview');
    await until(async () => /bridges/.test(await text(page, 'marked')), 'the interview');
    assert.match(await text(page, 'speakers'), /Diallo/);
  }));

  test(`${name}: typed text is read after a pause, and what was typed stays as it is`, () => open({}, async (page) => {
    await page.click('#clear');
    assert.match(await text(page, 'marked'), /Nothing to read yet/);
    await page.type('#text', 'Rain fell. "We are <b>soaked</b>," said Ida Holm.');
    await until(async () => /Ida Holm/.test(await text(page, 'speakers')), 'the speaker');
    assert.equal(await text(page, 'marked'), 'Rain fell. "We are <b>soaked</b>," said Ida Holm.');
    assert.equal(await page.$$eval('#marked b', (all) => all.length), 0);
  }));

  test(`${name}: the empty page leads to a sample`, () => open({}, async (page) => {
    await page.click('#clear');
    await page.click('.empty button');
    await until(async () => await marks(page) > 0, 'marks');
    assert.equal(await page.$eval('#sample', (e) => /** @type {HTMLSelectElement} */ (e).value), 'report');
  }));

  test(`${name}: a card by pointer and by keyboard, beside its words, closed by Escape`, () => open({}, async (page) => {
    const shown = () => page.$eval('#card', (e) => !/** @type {HTMLElement} */ (e).hidden);
    await page.hover('#marked .mark');
    await until(shown, 'the card on hover');
    await page.mouse.move(2, 2);
    await until(async () => !await shown(), 'the card to go with the pointer');
    await page.focus('#marked .mark[tabindex="0"]');
    await until(shown, 'the card on focus');
    const all = await marks(page);
    const seen = new Set();
    for (let i = 0; i < all; i++) {
      const now = await page.evaluate(() => {
        const mark = /** @type {HTMLElement} */ (document.activeElement);
        const card = /** @type {HTMLElement} */ (document.getElementById('card'));
        const box = card.getBoundingClientRect();
        const covers = [...mark.getClientRects()].some((r) => r.left < box.right && box.left < r.right && r.top < box.bottom && box.top < r.bottom);
        return { of: mark.dataset.of, covers, text: card.textContent ?? '', inside: box.left >= 0 && box.right <= document.documentElement.clientWidth };
      });
      seen.add(now.of);
      assert.equal(now.covers, false, `the card covers ${now.of}`);
      assert.ok(now.inside, `the card of ${now.of} leaves the window`);
      assert.ok(now.text.length > 20, now.text);
      await page.keyboard.press('ArrowRight');
    }
    assert.equal(seen.size, all);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    assert.equal(await shown(), false);
    // One stop for Tab: the next one is behind the text.
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('#marked') === null), true);
  }));

  test(`${name}: a source leads to its quotation`, () => open({}, async (page) => {
    await page.click('#speakers .goto');
    assert.equal(await page.evaluate(() => document.activeElement?.classList.contains('mark')), true);
    assert.equal(await page.$eval('#card', (e) => /** @type {HTMLElement} */ (e).hidden), false);
  }));

  test(`${name}: a source whose first quotation is switched off leads to its next one, and says so where there is none`, () => open({}, async (page) => {
    await type(page, '“Rain fell on the whole of the valley,” said Ida Holm.\n\nIda Holm said that the quay would be mended by the town.');
    await until(async () => /Ida Holm.*2 quotations/.test(await text(page, 'speakers')), 'both quotations');
    const leads = async () => { await page.click('#speakers .goto'); return page.evaluate(() => document.activeElement?.closest('.mark')?.textContent ?? ''); };
    assert.match(await leads(), /Rain fell/);
    await page.click('#kind-direct');
    assert.equal(await leads(), 'Ida Holm');
    await page.click('#kind-indirect');
    assert.equal(await leads(), '');
    assert.match(await text(page, 'unshown'), /No quotation of this source is marked now/);
    await page.click('#kind-direct');
    assert.equal(await text(page, 'unshown'), '');
  }));

  if (name === 'chromium') {
    test(`${name}: forced colours show what is chosen and where the focus is`, () => open({}, async (page) => {
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      const look = (/** @type {string} */ id) => page.$eval(`label:has(#${id})`, (n) => {
        const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(n);
        return { outline: `${outlineStyle} ${outlineWidth}`, backgroundColor };
      });
      const before = await look('all');
      assert.notEqual(before.backgroundColor, (await look('strong')).backgroundColor, 'the chosen one differs');
      await page.focus('#all');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'all');
      assert.notEqual((await look('all')).outline, before.outline, 'the focus shows');
    }));
  }

  test(`${name}: every switch takes its marks and brings them back, a group's takes all of them`, () => open({ at: '#sample=opinion' }, async (page) => {
    const keys = await page.$$eval('#switches input[id^="kind-"]', (all) => all.map((e) => e.id.slice(5)));
    assert.ok(keys.length > 20);
    for (const group of ['attributed', 'unattributed', 'provenance']) {
      const box = await page.$(`#group-${group}`);
      if (await page.$eval(`#group-${group}`, (e) => !/** @type {HTMLInputElement} */ (e).checked)) await box?.click();
    }
    const everything = await marks(page);
    // Where marks of two kinds lie over the same words, one of them goes and the number of pieces stays; what is told of them doesn't.
    const told = () => page.$eval('#marked', (e) => e.innerHTML.replaceAll(/ tabindex="[^"]*"/g, ''));
    const all = await told();
    for (const key of keys) {
      const n = Number(await text(page, `count-${key}`));
      await page.click(`#kind-${key}`);
      // An anonymous source is a piece of a quotation that stays.
      if (n > 0 && key !== 'anonymous-source') assert.notEqual(await told(), all, key);
      if (n === 0) assert.equal(await told(), all, key);
      await page.click(`#kind-${key}`);
      assert.equal(await told(), all, key);
    }
    for (const group of ['attributed', 'unattributed', 'provenance']) await page.click(`#group-${group}`);
    assert.equal(await marks(page), 0);
    for (const group of ['attributed', 'unattributed', 'provenance']) await page.click(`#group-${group}`);
    assert.equal(await marks(page), everything);
  }));

  test(`${name}: strong only hides weak marks and brings them back`, () => open({}, async (page) => {
    let [all, strong] = [0, 0];
    const count = async () => {
      const here = await marks(page);
      all += here;
      await page.click('#strong');
      strong += await marks(page);
      await page.click('#all');
      assert.equal(await marks(page), here);
    };
    for (const sample of ['report', 'opinion', 'interview']) {
      await page.select('#sample', sample);
      await count();
    }
    // How sure the samples' marks are changes with the tagger; words in marks that nobody says are weak by rule.
    await type(page, 'Ida Holm, the mayor, said the quay would be mended.\n\nThe harbour was full of talk of “a town that nobody wants to leave any more”.');
    await until(async () => /full of talk/.test(await text(page, 'marked')), 'the text');
    await count();
    assert.ok(strong > 0 && strong < all, `${strong} of ${all}`);
  }));

  test(`${name}: a permalink opens the same text, and a cut one says so`, () => open({}, async (page) => {
    const own = '“Bring 😀 & dry boots #1,” said Ida Holm of the café.\n\nCritics say otherwise.';
    await type(page, own);
    await until(async () => /café/.test(await text(page, 'marked')), 'the text');
    await page.click('#link');
    await until(async () => /permalink/.test(await text(page, 'status')), 'the answer');
    const at = await page.evaluate(() => location.hash);
    await open({ at }, async (other) => {
      assert.equal(await other.$eval('#text', (e) => /** @type {HTMLTextAreaElement} */ (e).value), own);
      assert.ok(await marks(other) > 0);
    });
    await open({ at: '#t=%E2%80' }, async (other) => assert.match(await text(other, 'status'), /cut off/));
    await type(page, 'ä'.repeat(20_000));
    await page.click('#link');
    assert.match(await text(page, 'status'), /holds up to/);
  }));

  test(`${name}: a clipboard that refuses is not said to hold the link`, () => open({}, async (page) => {
    await page.evaluate(() => {
      const clipboard = { writeText: () => Promise.reject(new Error('not allowed')) };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, get: () => clipboard });
    });
    await page.click('#link');
    await until(async () => /permalink/.test(await text(page, 'status')), 'the answer');
    assert.match(await text(page, 'status'), /address bar now holds/);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { get: () => ({ writeText: () => Promise.resolve() }) }));
    await page.click('#link');
    await until(async () => /was copied/.test(await text(page, 'status')), 'the answer');
  }));

  test(`${name}: reading again adds no listeners`, () => open({}, async (page) => {
    await page.evaluate(() => {
      const add = EventTarget.prototype.addEventListener;
      Object.assign(globalThis, { added: 0 });
      EventTarget.prototype.addEventListener = function (/** @type {any[]} */ ...all) {
        /** @type {any} */ (globalThis).added += 1;
        return Reflect.apply(add, this, all);
      };
    });
    for (const sample of ['opinion', '', 'interview']) await page.select('#sample', sample);
    await until(async () => /Diallo/.test(await text(page, 'speakers')), 'the interview');
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).added), 0);
  }));

  test(`${name}: an address brings the publisher's facts with their source`, () => open({}, async (page) => {
    await page.$eval('#url', (e) => { /** @type {HTMLInputElement} */ (e).value = 'https://www.bbc.co.uk/news/x'; e.dispatchEvent(new Event('input', { bubbles: true })); });
    await until(async () => /Publisher/.test(await text(page, 'piece')), 'the publisher');
    assert.match(await text(page, 'piece'), /Source: .+, \d{4}/);
  }));

  test(`${name}: a text over the limit is refused with the limit, and the next one is read`, () => open({}, async (page) => {
    await type(page, 'All roads are bad. '.repeat(11_000));
    await until(async () => /up to 200 kB/.test(await text(page, 'fault')), 'the limit');
    assert.equal(await page.$eval('#text', (e) => e.getAttribute('aria-invalid')), 'true');
    assert.equal(await marks(page), 0);
    await type(page, '“Rain fell,” said Ida Holm.');
    await until(async () => await marks(page) > 0, 'marks');
    assert.equal(await text(page, 'fault'), '');
  }));

  for (const [width, dark] of /** @type {const} */ ([[1400, false], [1400, true], [360, false], [360, true]])) {
    test(`${name}: axe finds nothing, and nothing runs over the side, at ${width} px ${dark ? 'dark' : 'light'}`, () => open({ at: '#sample=opinion', width, dark }, async (page) => {
      await page.evaluate(axe);
      /** @param {string} state */
      const check = async (state) => {
        const found = await page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run()).violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target).slice(0, 3)} ${v.nodes[0]?.failureSummary}`));
        assert.deepEqual(found, [], state);
      };
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'no sideways scrolling');
      await page.$eval('#explained', (e) => /** @type {HTMLElement} */ (e).click());
      await page.focus('#marked .mark[tabindex="0"]');
      await check('a card is open');
      await page.click('#clear');
      await check('empty');
      await type(page, 'x'.repeat(200_001));
      await until(async () => await text(page, 'fault') !== '', 'the limit');
      await check('too long');
    }));
  }

  test(`${name}: it needs nothing but its own files, keeps its policy, and works without a network`, async () => {
    const own = await serve({}, [path.join(root, 'www')]);
    const page = await b.browser.newPage();
    try {
      await page.goto(`${own.url}/index.html`);
      await page.waitForFunction(() => !document.getElementById('lab')?.hidden);
      const declared = await page.$eval('meta[http-equiv]', (e) => e.getAttribute('content'));
      assert.ok(declared?.startsWith(policy), declared ?? '');
      for (const r of own.requests) assert.match(r, /^\/(index\.html|lab\.(css|js)|sw\.js|dist\/lab\.js|dist\/lab_bg\.wasm)?$/);
      await page.evaluate(async () => { await navigator.serviceWorker.ready; });
      await until(() => page.evaluate(() => navigator.serviceWorker.controller !== null), 'the worker to take over');
      const kept = () => page.evaluate(async () => (await (await caches.open('saidby-lab')).keys()).map((r) => r.url).sort());
      const files = await kept();
      await page.evaluate(() => Promise.all([1, 2].map((n) => fetch(`lab.css?${n}`).then((r) => r.text()))));
      assert.deepEqual(await kept(), files, 'a query makes no copy of its own');
      await own.close();
      await page.reload();
      await page.waitForFunction(() => !document.getElementById('lab')?.hidden);
      assert.ok(await marks(page) > 5);
    } finally {
      await page.close();
      await own.close().catch(() => undefined);
    }
  });
}
