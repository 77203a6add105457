// What several browser tests share: articles of our own writing, and looking at what is painted and shown on a page.

import { chrome, inExtension, until } from './harness.mjs';

export const FIRST = `<p>The river rose again on Monday, the county’s office said. “We had two hours to move the pumps,” said Marta Lindqvist, an engineer at the works.</p>
<p>The council will undoubtedly pay for its shameful neglect of the dams. Critics say that the mayor knew.</p>
<p>The bridge was closed at noon and opened again in the evening, according to the fire service.</p>`;
export const SECOND = `<p>The harvest was early this year, Tomas Okafor, a farmer in the valley, said. “The plums came in June,” Okafor said.</p>
<p>The market is clearly the most beautiful of all. Experts believe that prices will soon collapse.</p>
<p>The fair opens on Saturday at nine, according to the town hall, and closes at six.</p>`;
/** Words of a quotation in the first article. */
export const QUOTED = 'two hours to move the pumps';

/** @param {string} body @param {string} [head] */
export const page = (body, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The river</title>${head}</head>
<body><main><article><h1>The river rose</h1><p class="byline">By Ada Brand</p>${body}</article></main></body></html>`;

/** The painted words. @param {Record<string, {size: number, texts: string[]}>} marks */
export const texts = (marks) => Object.values(marks).flatMap((m) => m.texts).join(' | ');
/** How many ranges are painted. @param {Record<string, {size: number, texts: string[]}>} marks */
export const sum = (marks) => Object.values(marks).reduce((n, m) => n + m.size, 0);

/**
 * The middle of the first line of some words of a page.
 * @param {import('puppeteer-core').Page} p @param {string} words
 * @returns {Promise<{x: number, y: number}>}
 */
export const wordsAt = (p, words) => p.evaluate((w) => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    const i = /** @type {Text} */ (n).data.indexOf(w);
    if (i < 0) continue;
    const r = document.createRange();
    r.setStart(n, i);
    r.setEnd(n, i + w.length);
    const { left, top, width, height } = r.getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  }
  throw new Error(`no such words: ${w}`);
}, words);

/**
 * The card's host on a page of Chromium, with what is in it.
 * @param {import('puppeteer-core').Page} p
 * @returns {Promise<any>}
 */
async function cardHost(p) {
  const session = await p.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    /** @param {any} node @returns {any} */
    const find = (node) => (node.nodeName === 'SAIDBY-CARD' ? node : (node.children ?? []).map(find).find(Boolean));
    return find(root);
  } finally {
    await session.detach();
  }
}

/**
 * What an expression says of the card's shadow root `root` in Firefox's tab in front.
 * @param {import('./harness.mjs').Browser} b @param {string} expression
 * @returns {Promise<any>}
 */
const inCard = (b, expression) => chrome(b, (x) => new Promise((done) => {
  const { messageManager: m } = /** @type {any} */ (globalThis).gBrowser.selectedBrowser;
  const heard = (/** @type {any} */ message) => { m.removeMessageListener('card', heard); done(message.data); };
  m.addMessageListener('card', heard);
  m.loadFrameScript(`data:,{ const root = content.document.querySelector('saidby-card')?.openOrClosedShadowRoot; sendAsyncMessage('card', ${x}); }`, false);
}), expression);

/**
 * What the card on a page says; empty when it is closed. Its shadow root is closed to the page, so the browser is asked.
 * @param {import('./harness.mjs').Browser} b
 * @param {import('puppeteer-core').Page} p the page in front
 * @returns {Promise<string>}
 */
export async function cardText(b, p) {
  if (b.name !== 'chromium') return inCard(b, "[...(root?.querySelectorAll('span, p') ?? [])].map((n) => n.textContent).join('\\n')");
  /** @param {any} node @returns {string} */
  const text = (node) => (node.nodeType === 3 ? node.nodeValue : [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(text).join('\n'));
  const host = await cardHost(p);
  return host ? text(host).trim() : '';
}

/**
 * Which way the card's text runs, and its language.
 * @param {import('./harness.mjs').Browser} b @param {import('puppeteer-core').Page} p the page in front
 * @returns {Promise<{dir: string, lang: string}>}
 */
export async function cardRuns(b, p) {
  if (b.name !== 'chromium') return inCard(b, "{ dir: root.querySelector('.card').dir, lang: root.querySelector('.card').lang }");
  const { attributes } = (await cardHost(p)).shadowRoots[0].children.find((/** @type {any} */ n) => n.nodeName === 'DIV');
  const get = (/** @type {string} */ name) => attributes[attributes.indexOf(name) + 1];
  return { dir: get('dir'), lang: get('lang') };
}

/**
 * Sends a message to the content script of the page at an address.
 * @param {import('./harness.mjs').Browser} b @param {string} url @param {object} message
 * @returns {Promise<any>}
 */
export const tell = (b, url, message) => inExtension(b, async ([u, m]) => {
  const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
  const tab = (await api.tabs.query({})).find((/** @type {any} */ t) => t.url === u);
  return api.tabs.sendMessage(tab.id, m, { frameId: 0 });
}, /** @type {[string, object]} */ ([url, message]));

/**
 * Changes settings; those that aren't named stay.
 * @param {import('./harness.mjs').Browser} b @param {object} change
 */
export const choose = (b, change) => inExtension(b, async (c) => {
  const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
  const { settings } = await api.storage.local.get('settings');
  await api.storage.local.set({ settings: { ...settings, ...c } });
}, change);

/**
 * The number on the toolbar's button for the tab of a page.
 * @param {import('./harness.mjs').Browser} b @param {string} url
 * @returns {Promise<string>}
 */
export const badge = (b, url) => inExtension(b, async (u) => {
  const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
  const tab = (await api.tabs.query({})).find((/** @type {any} */ t) => t.url === u);
  return tab ? api.action.getBadgeText({ tabId: tab.id }) : 'no tab';
}, url);

/**
 * Gives a command of the keyboard. Chromium's listener is called, since no driver presses a browser's own keys there.
 * @param {import('./harness.mjs').Browser} b @param {'toggle'|'next'|'previous'} name
 */
export async function command(b, name) {
  if (b.name === 'chromium') {
    await inExtension(b, async (n) => {
      const api = /** @type {any} */ (globalThis).chrome;
      const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      api.commands.onCommand.dispatch(n, tab);
    }, name);
    return;
  }
  const key = { toggle: 'S', next: 'N', previous: 'P' }[name];
  await chrome(b, (k) => /** @type {any} */ (document.querySelector(`keyset[id^=ext-keyset] key[key=${k}]`)).doCommand(), key);
}

/**
 * Opens the context menu at a point and chooses our entry. Chromium's menu can't be reached, so its listener is called.
 * @param {import('./harness.mjs').Browser} b @param {import('puppeteer-core').Page} p
 * @param {{x: number, y: number}} at @param {'explain'|'copy'} entry
 */
export async function menu(b, p, at, entry) {
  await p.mouse.click(at.x, at.y, { button: 'right' });
  if (b.name === 'chromium') {
    await inExtension(b, async (id) => {
      const api = /** @type {any} */ (globalThis).chrome;
      await api.contextMenus.update(id, {}); // rejects where the entry isn't there
      const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      api.contextMenus.onClicked.dispatch({ menuItemId: id, frameId: 0, pageUrl: tab.url, editable: false }, tab);
    }, entry);
    return;
  }
  await until(() => chrome(b, () => document.getElementById('contentAreaContextMenu')?.state === 'open'), 'the context menu');
  await chrome(b, (id) => {
    const menu = /** @type {any} */ (document.getElementById('contentAreaContextMenu'));
    const item = menu.querySelector(`[id$="menuitem-_${id}"]`);
    item.doCommand();
    menu.hidePopup();
  }, entry);
}

/**
 * Stops the background, as the browsers do when it has been idle.
 * @param {import('./harness.mjs').Browser} b
 */
export async function stopBackground(b) {
  if (b.name === 'chromium') {
    const target = b.browser.targets().find((x) => x.type() === 'service_worker' && x.url().includes(b.id));
    if (!target) return; // it was idle
    await (await target.worker())?.close();
    await until(() => !b.browser.targets().includes(target), 'the background to stop');
    return;
  }
  await chrome(b, (id) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }), b.id);
  await until(() => chrome(b, (id) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).extension.backgroundState === 'stopped', b.id), 'the background to stop');
}

/**
 * The errors that the extension has left in the browser's console: its own pages', its background's and those of its
 * scripts in pages. Chromium's are collected by who opens a page ({@link listen}).
 * @param {import('./harness.mjs').Browser} b
 * @returns {Promise<string[]>}
 */
export async function faults(b) {
  if (b.name === 'chromium') return b.errors;
  return chrome(b, () => {
    const { Services, Ci } = /** @type {any} */ (globalThis);
    // A page that is closed or kept aside while it waits for an answer is Firefox's to report, and nothing of ours went wrong.
    return Services.console.getMessageArray().filter((/** @type {any} */ m) => m instanceof Ci.nsIScriptError && !(m.flags & Ci.nsIScriptError.warningFlag)
      && !/^Promise (resolved|rejected) (after context unloaded|while context is inactive)/.test(m.errorMessage) && /moz-extension:/.test(`${m.sourceName} ${m.errorMessage}`)).map((/** @type {any} */ m) => `${m.errorMessage} (${m.sourceName}:${m.lineNumber})`);
  });
}

/**
 * Collects a page's errors that come from the extension.
 * @param {import('./harness.mjs').Browser} b @param {import('puppeteer-core').Page} p
 */
export function listen(b, p) {
  p.on('pageerror', (e) => { const at = String(/** @type {any} */ (e)?.stack ?? e); if (/-extension:\/\//.test(at)) b.errors.push(at); });
  p.on('console', (m) => { if (m.type() === 'error' && /-extension:\/\//.test(`${m.location().url} ${m.text()}`)) b.errors.push(m.text()); });
}
