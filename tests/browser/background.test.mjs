// The background and what a reader reaches through the browser itself: the number on the button, the menu, the keys, and
// that none of it minds a background that is stopped or a core that broke.

import assert from 'node:assert/strict';
import test from 'node:test';
import { FIRST, QUOTED, SECOND, badge, cardText, choose, command, faults, listen, menu, page, stopBackground, sum, tell, texts, wordsAt } from './fixtures.mjs';
import { browsers, chrome, enable, grant, inExtension, launch, ownPage, painted, serve, until } from './harness.mjs';

for (const name of browsers) {
  test(`${name}: background`, { timeout: 420_000 }, async (t) => {
    const server = await serve({
      '/plain.html': page(FIRST), '/second.html': page(SECOND), '/empty.html': '<!doctype html><title>Nothing</title>',
      '/app.html': page(`<div id="view">${FIRST}</div>`, `<template id="other">${SECOND}</template>`),
      '/framed.html': page(`${SECOND}<iframe src="/plain.html" width="600" height="400"></iframe>`),
      '/scrollers.html': page(`<div id="other" style="height: 60px; overflow: auto"><div style="height: 500px">A list beside the text.</div></div>${FIRST}<div style="height: 3000px"></div>`),
      '/folded.html': page(`${FIRST}<details>${SECOND}</details>`),
    });
    const b = await launch(name);
    t.after(async () => { await b.close(); await server.close(); });
    await enable(b);

    /** @param {string} route */
    const open = async (route) => {
      const p = await b.browser.newPage();
      listen(b, p);
      await p.goto(server.url + route, { waitUntil: 'load' });
      await p.bringToFront();
      return p;
    };
    /** @param {import('puppeteer-core').Page} p @param {string} [key] */
    const marked = (p, key = 'direct') => until(async () => { const m = await painted(p); return key in m && m; }, `marks of ${key}`);
    /** @param {string} route */
    const popupOf = async (route) => {
      const id = await inExtension(b, async (url) => {
        const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
        return (await api.tabs.query({})).find((/** @type {any} */ tab) => tab.url === url)?.id;
      }, server.url + route);
      return ownPage(b, `popup/index.html?tab=${id}`);
    };
    /** @param {import('./harness.mjs').OwnPage} popup @param {string} selector */
    const press = (popup, selector) => popup.evaluate((s) => { /** @type {HTMLElement} */ (document.querySelector(s)).click(); }, selector);

    await t.test('the button has the number of marks, and none where marks are off', async () => {
      const p = await open('/plain.html');
      await marked(p);
      const shown = await until(() => badge(b, `${server.url}/plain.html`), 'a number');
      const popup = await popupOf('/plain.html');
      const said = await until(() => popup.evaluate(() => /^(\d+) marks? shown/.exec(document.querySelector('#status')?.textContent ?? '')?.[1]), 'the popup’s number');
      assert.equal(shown, said);
      await press(popup, '#site-off');
      await until(async () => (await badge(b, `${server.url}/plain.html`)) === '' && sum(await painted(p)) === 0, 'the number to go');
      await press(popup, '#undo');
      await until(async () => (await badge(b, `${server.url}/plain.html`)) === said && sum(await painted(p)) > 0, 'the number to come back');
      await popup.close();
      await p.close();
    });

    await t.test('a switch of the popup shows in all tabs at once, without reading again', async () => {
      const p = await open('/plain.html');
      const q = await open('/second.html');
      await marked(p).catch(() => undefined);
      await p.bringToFront();
      await marked(p);
      await q.bringToFront();
      await marked(q);
      const popup = await popupOf('/second.html');
      await until(() => popup.evaluate(() => document.querySelector('#card dt') !== null), 'the popup');
      await press(popup, '#kind-direct');
      await until(async () => !('direct' in await painted(p)) && !('direct' in await painted(q)), 'the quotations to go in both');
      assert.ok(sum(await painted(p)) > 0 && sum(await painted(q)) > 0);
      await press(popup, '#undo');
      await until(async () => 'direct' in await painted(p) && 'direct' in await painted(q), 'the quotations to come back');
      await popup.close();
      await p.close();
      await q.close();
    });

    await t.test('two hundred tabs are read when they are looked at, and a switch reaches those that were', async () => {
      const p = await open('/plain.html');
      await marked(p);
      const url = (/** @type {number} */ k) => `${server.url}/plain.html?${k}`;
      const tabs = await inExtension(b, async (urls) => {
        const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
        return Promise.all(urls.map(async (/** @type {string} */ u) => (await api.tabs.create({ url: u, active: false })).id));
      }, Array.from({ length: 200 }, (_, k) => url(k)));
      /** What the tabs' buttons say. */
      const badges = () => inExtension(b, async (ids) => {
        const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
        const all = await Promise.all(ids.map((/** @type {number} */ id) => api.tabs.get(id)));
        if (all.some((tab) => tab.status !== 'complete')) return undefined;
        return Promise.all(ids.map((/** @type {number} */ id) => api.action.getBadgeText({ tabId: id })));
      }, tabs);
      const quiet = await until(badges, 'all tabs to load', 120_000);
      assert.deepEqual(quiet.filter((/** @type {string} */ x) => x !== ''), [], 'no hidden tab is read');
      const looked = [0, 99, 199];
      for (const k of looked) {
        await inExtension(b, async (id) => {
          const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
          await api.tabs.update(id, { active: true });
        }, tabs[k]);
        await until(() => badge(b, url(k)), `the marks of tab ${k}`);
      }
      const before = await badges();
      assert.equal(before.filter((/** @type {string} */ x) => x !== '').length, looked.length);
      const popup = await popupOf('/plain.html?199');
      await until(() => popup.evaluate(() => document.querySelector('#card dt') !== null), 'the popup');
      await press(popup, '#kind-direct');
      const fewer = () => badges().then((/** @type {string[]} */ now) => looked.every((k) => now[k] !== '' && Number(now[k]) < Number(before[k])));
      await until(fewer, 'fewer marks in each of the three');
      await press(popup, '#undo');
      await until(() => badges().then((/** @type {string[]} */ now) => looked.every((k) => now[k] === before[k])), 'the marks to come back');
      await popup.close();
      await inExtension(b, async (ids) => {
        const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
        await api.tabs.remove(ids);
      }, tabs);
      await p.close();
    });

    await t.test('keys walk the marks both ways, and hide and show them', async () => {
      const p = await open('/plain.html');
      await marked(p);
      await command(b, 'next');
      const first = await until(() => cardText(b, p), 'the card of the first mark');
      await command(b, 'next');
      const second = await until(async () => { const c = await cardText(b, p); return c !== first && c; }, 'the card of the second mark');
      await command(b, 'previous');
      await until(async () => (await cardText(b, p)) === first, `the first card again, after ${second}`);
      await p.keyboard.press('Escape');
      await until(async () => (await cardText(b, p)) === '', 'the card to close');
      await command(b, 'toggle');
      await until(async () => sum(await painted(p)) === 0, 'the marks to hide');
      const popup = await popupOf('/plain.html');
      await until(() => popup.evaluate(() => document.querySelector('#show') !== null), 'the popup to say that marks are hidden');
      await press(popup, '#show');
      await until(async () => sum(await painted(p)) > 0, 'the marks to come back by the popup');
      await popup.close();
      await p.bringToFront();
      await command(b, 'toggle');
      await until(async () => sum(await painted(p)) === 0, 'the marks to hide again');
      await command(b, 'toggle');
      await until(async () => sum(await painted(p)) > 0, 'the marks to come back by the key');
      await p.close();
    });

    await t.test('the menu explains a mark and copies a quotation with its source', async () => {
      const p = await open('/plain.html');
      await marked(p);
      if (name === 'chromium') await b.browser.defaultBrowserContext().overridePermissions(server.url, ['clipboard-read', 'clipboard-write']);
      await menu(b, p, await wordsAt(p, QUOTED), 'explain');
      const quotation = await until(() => cardText(b, p), 'the card of the quotation');
      for (const words of ['Direct quotation', 'Marta Lindqvist', 'engineer at the works']) assert.ok(quotation.includes(words), `${words}: ${quotation}`);
      await p.keyboard.press('Escape');
      await menu(b, p, await wordsAt(p, 'undoubtedly'), 'explain');
      const claim = await until(() => cardText(b, p), 'the card of the claim');
      for (const words of ['Certainty', 'Because of: “undoubtedly”']) assert.ok(claim.includes(words), `${words}: ${claim}`);
      await p.keyboard.press('Escape');
      await menu(b, p, await wordsAt(p, 'The bridge was closed'), 'copy');
      await p.keyboard.press('Escape');
      await menu(b, p, await wordsAt(p, QUOTED), 'copy');
      await until(async () => (await cardText(b, p)).includes('was copied'), 'the word that it was copied');
      const copied = name === 'chromium' ? await p.evaluate(() => navigator.clipboard.readText()) : await chrome(b, () => navigator.clipboard.readText());
      for (const words of ['We had two hours to move the pumps', '— Marta Lindqvist, engineer at the works.', 'The river', `${server.url}/plain.html`]) assert.ok(copied.includes(words), `${words}: ${copied}`);
      await p.keyboard.press('Escape');
      await menu(b, p, await wordsAt(p, 'The river rose'), 'explain');
      await until(async () => (await cardText(b, p)) !== '', 'an answer where nothing is marked');
      await p.close();
    });

    await t.test('the menu reads a page that nobody read, and answers for what is selected', async () => {
      await choose(b, { everywhere: false });
      const registered = () => inExtension(b, async () => (await /** @type {any} */ (globalThis).chrome.scripting.getRegisteredContentScripts()).length);
      await until(async () => (await registered()) === 0, 'the script to be registered nowhere');
      const p = await open('/plain.html');
      const at = await wordsAt(p, QUOTED);
      await menu(b, p, at, 'explain');
      await until(async () => (await cardText(b, p)).includes('has read this page'), 'the word that the page is read now');
      assert.ok(sum(await painted(p)) > 0, 'its marks are painted');
      await p.reload();
      await p.evaluate((words) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const from = node.textContent?.indexOf(words) ?? -1;
          if (from >= 0) getSelection()?.setBaseAndExtent(node, from, node, from + words.length);
        }
      }, QUOTED);
      await menu(b, p, at, 'explain');
      await until(async () => (await cardText(b, p)).includes('Marta Lindqvist'), 'the card of the selected words');
      await p.close();
      await enable(b);
    });

    await t.test('what a page did while its marks were hidden is read when they are shown', async () => {
      const p = await open('/app.html');
      await marked(p);
      await command(b, 'toggle');
      await until(async () => sum(await painted(p)) === 0, 'the marks to hide');
      await p.evaluate(() => {
        history.pushState({}, '', '/elsewhere');
        document.getElementById('view')?.replaceChildren(/** @type {HTMLTemplateElement} */ (document.getElementById('other')).content.cloneNode(true));
      });
      // The page's quiet has to pass, so that the script sees the change while it is off.
      await p.evaluate(() => new Promise((done) => setTimeout(done, 1_200)));
      await command(b, 'toggle');
      await until(async () => {
        const s = await tell(b, `${server.url}/elsewhere`, { type: 'get-summary' });
        return s.report?.quotations.some((/** @type {any} */ q) => q.words.includes('plums came in June')) && !s.report.quotations.some((/** @type {any} */ q) => q.words.includes('two hours'));
      }, 'what the page says now');
      await until(async () => sum(await painted(p)) > 0, 'marks of what the page says now');
      await p.close();
    });

    await t.test('scripts go silent where the reader doesn’t want them any more, and a click brings them back', async () => {
      const p = await open('/second.html');
      const q = await open('/plain.html');
      await marked(q);
      await p.bringToFront();
      await marked(p);
      await choose(b, { everywhere: false });
      await until(async () => sum(await painted(p)) + sum(await painted(q)) === 0, 'the marks to go in both tabs');
      if (name === 'firefox') {
        const held = () => inExtension(b, async () => (await /** @type {any} */ (globalThis).chrome.permissions.getAll()).origins);
        await until(async () => (await held()).length === 0, 'the access to be given back');
        await grant(b);
      }
      await until(async () => (await badge(b, `${server.url}/plain.html`)) === '', 'the number to go');
      await q.evaluate((html) => { document.querySelector('article')?.insertAdjacentHTML('beforeend', html); }, SECOND);
      const popup = await popupOf('/second.html');
      await marked(p);
      assert.equal(sum(await painted(q)), 0, 'the other tab stays unread');
      // What was asked for by a click stays when a rule of the site comes and goes.
      await choose(b, { sites: { '127.0.0.1': 'off' } });
      await until(async () => sum(await painted(p)) === 0, 'the marks to go from a site that is off');
      await choose(b, { sites: {} });
      await marked(p);
      await choose(b, { sites: { '127.0.0.1': 'always' } });
      await q.bringToFront();
      await marked(q);
      await choose(b, { sites: {} });
      await until(async () => sum(await painted(q)) === 0, 'the marks to go where the site’s rule went');
      assert.ok(sum(await painted(p)) > 0);
      await popup.close();
      await enable(b);
      await marked(q);
      await p.close();
      await q.close();
    });

    if (name === 'chromium') {
      await t.test('access is given back that settings asked for and no longer do, and no other', async () => {
        await choose(b, { sites: { 'a.example': 'always', 'b.example': 'always' } });
        // The test pack's access can't be given back, so the browser's part is played.
        await inExtension(b, () => {
          const w = /** @type {any} */ (globalThis);
          const { getAll, remove } = w.chrome.permissions;
          w.given = [];
          const held = ['<all_urls>', '*://a.example/*', '*://b.example/*', '*://c.example/*'];
          w.chrome.permissions.getAll = async () => ({ origins: held.filter((o) => !w.given.includes(o)) });
          w.chrome.permissions.remove = async (/** @type {{origins: string[]}} */ p) => { w.given.push(...p.origins); };
          w.mend = () => Object.assign(w.chrome.permissions, { getAll, remove });
        });
        const given = (/** @type {string[]} */ origins) => until(async () => (await inExtension(b, () => /** @type {any} */ (globalThis).given)).join() === origins.join(), `${origins} to be given back`);
        // While single sites are kept, access to all is the clicked page's to give back: with it theirs would go.
        await choose(b, { everywhere: false });
        await choose(b, { everywhere: true, sites: { 'b.example': 'off' } });
        await given(['*://a.example/*', '*://b.example/*']);
        await choose(b, { everywhere: false });
        await given(['*://a.example/*', '*://b.example/*', '<all_urls>']);
        await inExtension(b, () => /** @type {any} */ (globalThis).mend());
        await choose(b, { everywhere: true, sites: {} });
      });
    }

    await t.test('frames of the same site hide, show and count with their page', async () => {
      const p = await open('/framed.html');
      const frame = await until(() => p.frames().find((f) => f.url().endsWith('/plain.html')), 'the frame');
      const inFrame = () => frame.evaluate(() => [.../** @type {any} */ (CSS).highlights.keys()].some((k) => k.startsWith('saidby-')));
      const number = async () => Number(await badge(b, `${server.url}/framed.html`));
      await marked(p);
      await until(inFrame, 'marks in the frame');
      const all = await until(async () => { const n = await number(); return n > 8 && n; }, 'a number for both');
      await command(b, 'toggle');
      await until(async () => sum(await painted(p)) === 0 && !(await inFrame()), 'all marks to hide');
      // A frame that comes while they are hidden stays without, and has its own when they are shown.
      await p.evaluate(() => {
        const late = document.createElement('iframe');
        late.src = '/second.html';
        document.body.append(late);
      });
      const late = await until(() => p.frames().find((f) => f.url().endsWith('/second.html')), 'the late frame');
      const ofLate = () => late.evaluate(() => [.../** @type {any} */ (CSS).highlights.keys()].some((k) => k.startsWith('saidby-')));
      await until(() => inExtension(b, async ([top, inner]) => {
        const api = /** @type {any} */ (globalThis).chrome;
        const tabId = (await api.tabs.query({})).find((/** @type {any} */ tab) => tab.url === top)?.id;
        const frames = await api.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => location.href });
        const frameId = frames.find((/** @type {any} */ f) => f.result === inner)?.frameId;
        return (await api.tabs.sendMessage(tabId, { type: 'get-summary' }, { frameId }).catch(() => null))?.status === 'off';
      }, [`${server.url}/framed.html`, `${server.url}/second.html`]), 'the late frame to be off');
      assert.equal(await ofLate(), false, 'the late frame stays unmarked');
      await command(b, 'toggle');
      await until(async () => sum(await painted(p)) > 0 && await inFrame() && await ofLate(), 'all marks to come back');
      await p.evaluate(() => [...document.querySelectorAll('iframe')].at(-1)?.remove());
      await until(async () => (await number()) === all, 'the number of both again');
      // A new background knows neither frame; the first that speaks brings the other's number with it.
      await stopBackground(b);
      await p.evaluate((html) => document.querySelector('article')?.insertAdjacentHTML('beforeend', html), '<p>“The dam held the whole night through,” said Ida Holm, the mayor of Lindvik.</p>');
      await until(async () => (await number()) > all, 'a higher number for both');
      await p.evaluate(() => document.querySelector('iframe')?.remove());
      const alone = await until(async () => { const n = await number(); return n > 0 && n < all && n; }, 'the number without the frame');
      await p.goto(`${server.url}/plain.html`);
      await until(async () => Number(await badge(b, `${server.url}/plain.html`)) > 0, 'the number of the next page');
      await p.evaluate(() => { history.back(); });
      // The page comes back as it was left, or a browser that didn't keep it loads it anew.
      await until(async () => [alone, all].includes(await number()), 'the number on the way back');
      await p.close();
    });

    await t.test('a card that was closed by something else doesn’t keep others from opening', async () => {
      const p = await open('/folded.html');
      await marked(p);
      const at = await wordsAt(p, QUOTED);
      const hovered = async () => {
        await p.mouse.move(2, 2);
        await p.mouse.move(at.x, at.y, { steps: 2 });
        await until(async () => (await cardText(b, p)).includes('Marta Lindqvist'), 'the card under the pointer');
      };
      await command(b, 'next');
      await until(() => cardText(b, p), 'the card of the first mark');
      await choose(b, { kinds: { byline: false } });
      await until(async () => (await cardText(b, p)) === '', 'the card to close');
      await hovered();
      await choose(b, { kinds: {} });
      await until(async () => (await cardText(b, p)) === '', 'the card to close again');
      const { report } = await tell(b, `${server.url}/folded.html`, { type: 'get-summary' });
      const folded = report.quotations.find((/** @type {any} */ q) => q.words.includes('plums came in June'));
      assert.deepEqual(await tell(b, `${server.url}/folded.html`, { type: 'goto', of: folded.id }), { found: false });
      await hovered();
      await p.close();
    });

    await t.test('a card stays while something else is scrolled, and when it is touched', async () => {
      const p = await open('/scrollers.html');
      await marked(p);
      await command(b, 'next');
      await until(() => cardText(b, p), 'the card');
      await p.evaluate(() => new Promise((done) => {
        const other = /** @type {Element} */ (document.getElementById('other'));
        other.addEventListener('scroll', () => requestAnimationFrame(() => done(undefined)), { once: true });
        other.scrollTop = 100;
      }));
      assert.notEqual(await cardText(b, p), '', 'after another scroller moved');
      if (name === 'chromium') {
        const on = await until(() => p.evaluate(() => {
          for (let y = 0; y < innerHeight; y += 5) for (let x = 5; x < innerWidth; x += 20) if (document.elementFromPoint(x, y)?.localName === 'saidby-card') return { x: x + 5, y };
          return null;
        }), 'where the card is');
        await p.touchscreen.tap(on.x, on.y);
        await p.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))));
        assert.notEqual(await cardText(b, p), '', 'after a touch on the card');
      }
      await p.evaluate(() => scrollBy(0, 300));
      await until(async () => (await cardText(b, p)) === '', 'the card to close as its words move');
      await p.close();
    });

    await t.test('a background that was stopped is started by the next question', async () => {
      const p = await open('/plain.html');
      await marked(p);
      await stopBackground(b);
      await p.evaluate((html) => { document.querySelector('article')?.insertAdjacentHTML('beforeend', html); }, SECOND);
      await until(async () => { const m = await painted(p); return (m.direct?.size ?? 0) > 1 && (!texts(m) || texts(m).includes('plums came in June')); }, 'marks of the new words');
      await p.close();
    });

    if (name === 'chromium') {
      /** A new background whose core isn't loaded yet, under the hands of the test. @param {() => void} before */
      const renewed = async (before) => {
        await stopBackground(b);
        const own = await ownPage(b, 'options/index.html');
        await own.evaluate(() => /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'sync-permissions' }));
        await own.close();
        await inExtension(b, before);
      };

      await t.test('a core that broke is made anew', async () => {
        await renewed(() => {
          const w = /** @type {any} */ (WebAssembly);
          const real = w.instantiateStreaming;
          w.instantiateStreaming = async (/** @type {any[]} */ ...a) => {
            const made = await real.apply(w, a);
            /** @type {any} */ (globalThis).made = made.instance;
            return made;
          };
        });
        const p = await open('/plain.html');
        await marked(p);
        await inExtension(b, () => { new Uint8Array(/** @type {any} */ (globalThis).made.exports.memory.buffer).fill(0xff); });
        await p.evaluate((html) => { document.querySelector('article')?.insertAdjacentHTML('beforeend', html); }, SECOND);
        await until(async () => texts(await painted(p)).includes('plums came in June'), 'marks of the new words');
        await p.close();
      });

      await t.test('a failed analysis is told in the popup, and tried again from there', async () => {
        await renewed(() => {
          const w = /** @type {any} */ (WebAssembly);
          const { instantiate, instantiateStreaming } = w;
          w.instantiate = w.instantiateStreaming = async () => { throw new Error('out of order'); };
          /** @type {any} */ (globalThis).mend = () => Object.assign(w, { instantiate, instantiateStreaming });
        });
        const p = await open('/plain.html');
        const popup = await popupOf('/plain.html');
        const said = await until(() => popup.evaluate(() => document.querySelector('#retry') && document.querySelector('#status')?.textContent), 'the popup to tell the fault');
        assert.match(said, /failed/);
        assert.match(said, /out of order/);
        assert.equal(sum(await painted(p)), 0);
        await inExtension(b, () => /** @type {any} */ (globalThis).mend());
        await press(popup, '#retry');
        await until(() => popup.evaluate(() => /marks shown/.test(document.querySelector('#status')?.textContent ?? '')), 'the popup to tell the marks');
        await marked(p);
        await popup.close();
        await p.close();
      });
    }

    await t.test('no error of ours is in the console', async () => {
      assert.deepEqual(await faults(b), []);
    });
  });
}
