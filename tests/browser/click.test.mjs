// The packs as they are shipped, with no host granted: what a click on the toolbar's button lets the extension do, and
// that what a reader chose is still there after a restart.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { FIRST, SECOND, listen, page, sum } from './fixtures.mjs';
import { browsers, chrome, inExtension, launch, painted, root, serve, until } from './harness.mjs';

/**
 * Clicks the toolbar's button for the page in front; gives what the popup says and how wide it is, once it has a result.
 * @param {import('./harness.mjs').Browser} b @param {import('puppeteer-core').Page} p
 * @returns {Promise<{text: string, width: number, height: number}>}
 */
async function click(b, p) {
  if (b.name === 'chromium') {
    const extension = /** @type {any} */ ((await b.browser.extensions()).get(b.id));
    await extension.triggerAction(p);
    const target = await b.browser.waitForTarget((t) => t.url() === `chrome-extension://${b.id}/popup/index.html`);
    const popup = await target.asPage();
    return until(() => popup.evaluate(() => document.querySelector('#card dt') && { text: document.body.innerText, width: innerWidth, height: innerHeight }), 'the popup’s result');
  }
  await chrome(b, (id) => {
    const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window);
  }, b.id);
  return until(() => chrome(b, () => new Promise((done) => {
    const m = /** @type {any} */ (document.querySelector('browser.webextension-popup-browser'))?.messageManager;
    if (!m) return done(null);
    const heard = (/** @type {any} */ message) => { m.removeMessageListener('popup', heard); done(message.data); };
    setTimeout(() => heard({ data: null }), 1_000); // the page was still being loaded
    m.addMessageListener('popup', heard);
    m.loadFrameScript(`data:,sendAsyncMessage('popup', content.document.querySelector('%23card dt') && { text: content.document.body.innerText, width: content.innerWidth, height: content.innerHeight })`, false);
  })), 'the popup’s result');
}

/** Waits until the welcome page has opened. @param {import('./harness.mjs').Browser} b */
async function welcomed(b) {
  await until(() => b.name === 'chromium'
    ? b.browser.targets().some((t) => t.url().endsWith('/welcome/index.html'))
    : chrome(b, () => /** @type {any} */ (globalThis).gBrowser.tabs.some((/** @type {any} */ t) => t.linkedBrowser.currentURI.spec.endsWith('/welcome/index.html'))), 'the welcome page');
}

for (const name of browsers) {
  test(`${name}: as shipped`, { timeout: 120_000 }, async (t) => {
    const server = await serve({ '/plain.html': page(FIRST), '/second.html': page(SECOND) });
    const profile = await mkdtemp(path.join(tmpdir(), `saidby-${name}-`));
    t.after(async () => { await server.close(); await rm(profile, { recursive: true, force: true, maxRetries: 5 }); });
    // What an add-on that is loaded for a while leaves behind is kept, as an installed one's is.
    const start = () => launch(name, { extension: path.join(root, 'dist', name), profile, prefs: { 'extensions.webextensions.keepStorageOnUninstall': true, 'extensions.webextensions.keepUuidOnUninstall': true } });

    await t.test('a click reads the page in front and no other, and the popup tells what was found', async () => {
      const b = await start();
      try {
        const other = await b.browser.newPage();
        await other.goto(`${server.url}/second.html`);
        const p = await b.browser.newPage();
        listen(b, p);
        await p.goto(`${server.url}/plain.html`);
        // The welcome page comes to the front when the browser has told the extension of its installation, and the popup is of the tab in front.
        await welcomed(b);
        await p.bringToFront();
        assert.equal(sum(await painted(p)), 0, 'nothing is marked before the click');
        const popup = await click(b, p);
        await until(async () => 'direct' in await painted(p), 'marks after the click');
        for (const words of ['marks shown on this page', 'Marta Lindqvist', 'Ada Brand']) assert.ok(popup.text.includes(words), `${words}: ${popup.text}`);
        assert.ok(popup.width >= 380 && popup.width <= 440 && popup.height >= 400 && popup.height <= 600, `the popup is ${popup.width} by ${popup.height}`);
        assert.equal(sum(await painted(other)), 0, 'the other tab is left alone');
        assert.deepEqual(b.errors, []);
      } finally {
        await b.close();
      }
    });

    await t.test('what was chosen survives a restart', async () => {
      const chosen = { version: 1, kinds: { certainty: false }, strength: 'strong', sites: { 'news.example': 'off' }, everywhere: false };
      let b = await start();
      try {
        await inExtension(b, (s) => /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: s }), chosen);
      } finally {
        await b.close();
      }
      b = await start();
      try {
        const kept = await inExtension(b, async () => (await /** @type {any} */ (globalThis).chrome.storage.local.get('settings')).settings);
        assert.deepEqual(kept, chosen);
      } finally {
        await b.close();
      }
    });
  });
}
