// Pages that a reader meets and pages that nobody should have to: each is read to a clear end, and none is held up.

import assert from 'node:assert/strict';
import test from 'node:test';
import { FIRST, SECOND, faults, listen, page, sum, tell, texts } from './fixtures.mjs';
import { browsers, enable, launch, painted, serve, until } from './harness.mjs';

/** A long article of our own. @param {number} n paragraphs of about 200 characters */
const long = (n) => Array.from({ length: n }, (_, i) => `<p>In week ${i} the council met again. “We had ${i} hours to move the pumps,” said Marta Lindqvist, an engineer at the works. The road to the mill was closed at noon on Monday, and it opened again in the evening.</p>`).join('\n');

/**
 * The tasks of Chromium's main threads in which scripts of ours ran, in milliseconds of processor time: a busy machine
 * stretches the clock and not these.
 * @param {Uint8Array | undefined} trace
 * @returns {number[]}
 */
function ourTasks(trace) {
  /** @type {any[]} */
  const events = JSON.parse(new TextDecoder().decode(trace)).traceEvents;
  const ours = events.filter((e) => e.ph === 'X' && ['FunctionCall', 'EvaluateScript'].includes(e.name) && /chrome-extension:/.test(JSON.stringify(e.args)));
  assert.ok(ours.length > 0, 'the trace shows our scripts');
  return events.filter((e) => e.ph === 'X' && e.name === 'RunTask' && ours.some((o) => o.pid === e.pid && o.tid === e.tid && o.ts >= e.ts && o.ts < e.ts + e.dur)).map((e) => e.tdur / 1000);
}

for (const name of browsers) {
  test(`${name}: any page`, { timeout: 480_000 }, async (t) => {
    const server = await serve({
      '/scroll.html': page(FIRST), '/more.html': page(`<p>The mayor spoke.</p><div id="rest" style="display: none">${FIRST}</div>`),
      '/rtl.html': `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>النهر</title><article><h1>ارتفع النهر</h1><p class="byline">By Ada Brand</p><p>قال العمدة: «ابقوا في بيوتكم هذه الليلة»، وأضاف أن الطريق مغلق.</p><p>ارتفع النهر مرة أخرى يوم الاثنين، وأغلق الجسر عند الظهر.</p></article></html>`,
      '/cjk.html': '<!doctype html><html lang="ja"><meta charset="utf-8"><title>川</title><article><h1>川が増水した</h1><p class="byline">By Ada Brand</p><p>月曜日に川が増水した。「今夜は家にいてください」と市長は述べた。道路は閉鎖されている。</p><p>橋は正午に閉鎖され、夕方に再開された。</p></article></html>',
      '/text.html': page(long(6_000)),
      '/markup.html': page(`${FIRST}<div>${'<span class="a b c" title="nothing"><i></i></span>'.repeat(40_000)}</div>`),
      '/surrogates.html': page(FIRST),
      '/single.html': page(`${FIRST}<p id="long"></p>`),
      '/links.html': page(`${FIRST}<p>${Array.from({ length: 6_000 }, (_, i) => `<a href="/${'x'.repeat(2_000)}${i}">Link</a> `).join('')}</p>${SECOND}`),
      '/big.html': page(long(97_000)),
      '/deep.html': page(`${FIRST}${'<div>'.repeat(100_000)}the end${'</div>'.repeat(100_000)}${SECOND}`),
      // Deeper than browsers' parsers go; at 3,000 levels Chromium's renderer ends by itself, without any extension.
      '/live.html': page(`${FIRST}<div id="live"></div>${SECOND}<script>let at = document.querySelector('#live'); for (let i = 0; i < 1000; i++) { const d = document.createElement('div'); d.append('level ' + i); at.append(d); at = d; }</script>`),
    });
    const b = await launch(name);
    t.after(async () => { await b.close(); await server.close(); });
    await enable(b);
    /** @param {string} route @param {'load' | 'domcontentloaded'} [until] */
    const open = async (route, until = 'load') => {
      const p = await b.browser.newPage();
      listen(b, p);
      await p.goto(server.url + route, { waitUntil: until, timeout: 120_000 });
      await p.bringToFront();
      return p;
    };
    /** What the content script of a page has to say. @param {string} route */
    const summary = (route) => tell(b, server.url + route, { type: 'get-summary' });
    /** @param {string} route */
    const read = (route) => until(async () => { const s = await summary(route); return s.status !== 'working' && s; }, `${route} to be read`, 120_000);

    await t.test('articles that are loaded by scrolling are marked beside the first', async () => {
      const p = await open('/scroll.html');
      await until(async () => 'direct' in await painted(p), 'the first article');
      const before = (await painted(p)).direct.size;
      await p.evaluate((html) => { document.querySelector('main')?.insertAdjacentHTML('beforeend', `<article><h2>The harvest</h2>${html}</article>`); }, SECOND);
      await until(async () => { const m = await painted(p); return m.direct?.size > before && (!texts(m) || (texts(m).includes('plums came') && texts(m).includes('two hours'))); }, 'both articles');
      await p.close();
    });

    await t.test('words behind “read more” are marked when they are shown', async () => {
      const p = await open('/more.html');
      await read('/more.html');
      assert.ok(!('direct' in await painted(p)));
      await p.evaluate(() => { /** @type {HTMLElement} */ (document.getElementById('rest')).style.display = ''; });
      await until(async () => 'direct' in await painted(p), 'the words that were shown');
      await p.close();
    });

    await t.test('other scripts are read, marks sit right, and the report says that rules for English were not used', async () => {
      for (const route of ['/rtl.html', '/cjk.html']) {
        const p = await open(route);
        const s = await read(route);
        assert.ok(s.report.notes.some((/** @type {any} */ n) => n.key === 'language'), route);
        const m = await until(async () => { const all = await painted(p); return sum(all) > 0 && all; }, `marks of ${route}`);
        if (texts(m)) assert.equal(m.byline?.texts.join(), 'Ada Brand', `${route}: ${texts(m)}`);
        await p.close();
      }
    });

    await t.test('lone surrogates are read over, and marks beside them sit right', async () => {
      const p = await open('/surrogates.html');
      await p.evaluate(() => {
        const q = /** @type {Element} */ (document.querySelectorAll('article p')[1]);
        q.before(String.fromCharCode(0xd800, 0x61, 0xdc00), '😀 ');
        q.prepend(String.fromCharCode(0xdfff), '😀 ');
      });
      await until(async () => { const m = await painted(p); return 'direct' in m && (!texts(m) || texts(m).includes('two hours to move the pumps')); }, 'the quotation');
      assert.equal((await read('/surrogates.html')).status, 'done');
      await p.close();
    });

    await t.test('more text than is read at once is read in part, which is told, and holds nothing up', async () => {
      const p = await b.browser.newPage();
      listen(b, p);
      if (name === 'chromium') await p.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'] });
      await p.goto(`${server.url}/text.html`, { waitUntil: 'load', timeout: 60_000 });
      await p.bringToFront();
      const s = await read('/text.html');
      assert.equal(s.status, 'done');
      assert.ok(s.report.notes.some((/** @type {any} */ n) => n.key === 'truncated'));
      await until(async () => sum(await painted(p)) > 1000, 'marks', 60_000);
      if (name === 'chromium') {
        const slow = ourTasks(await p.tracing.stop()).filter((ms) => ms > 50);
        assert.deepEqual(slow, [], 'tasks with scripts of ours over 50 ms');
      }
      await p.close();
    });

    await t.test('a text that is too long for itself, and links that are, are read in part, which is told', async () => {
      for (const route of ['/single.html', '/links.html']) {
        const p = await open(route);
        await p.evaluate(() => {
          const p = document.getElementById('long');
          if (p) p.textContent = `“The dam held the whole night through,” said Ida Holm, the mayor of Lindvik. ${'The road to the mill was closed on Monday. '.repeat(10_000)}`;
        });
        const s = await until(async () => { const got = await summary(route); return got.report?.notes.some((/** @type {any} */ n) => n.key === 'truncated') && got; }, `${route} to be read in part`, 60_000);
        assert.equal(s.status, 'done');
        const said = s.report.quotations.map((/** @type {any} */ q) => q.words).join();
        assert.ok(said.includes('two hours to move the pumps'));
        assert.equal(said.includes('The dam held'), route === '/single.html');
        await p.close();
      }
    });

    await t.test('two megabytes of markup without words are read over', async () => {
      const p = await open('/markup.html');
      const s = await read('/markup.html');
      assert.ok(s.status === 'done' || s.error?.key === 'too-large', JSON.stringify(s.error));
      await p.close();
    });

    await t.test('a hundred thousand nested elements, and a thousand that a script made, are read over', async () => {
      for (const route of ['/deep.html', '/live.html']) {
        const p = await open(route);
        await until(async () => { const m = await painted(p); return (m.direct?.size ?? 0) > 1 && (!texts(m) || texts(m).includes('plums came in June')); }, `marks before and after, ${route}`, 60_000);
        assert.equal((await read(route)).status, 'done');
        await p.close();
      }
    });

    await t.test('a page of twenty megabytes is read in part, which is told', async () => {
      const p = await open('/big.html', 'domcontentloaded');
      const s = await read('/big.html');
      assert.equal(s.status, 'done');
      assert.ok(s.report.notes.some((/** @type {any} */ n) => n.key === 'truncated'));
      await until(async () => sum(await painted(p)) > 1000, 'marks', 60_000);
      await p.close();
    });

    await t.test('no error of ours is in the console', async () => {
      assert.deepEqual(await faults(b), []);
    });
  });
}
