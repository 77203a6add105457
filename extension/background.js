// The background: reads pages with the core, puts the content script where the reader wants it, and keeps badge, menus
// and commands. It may be stopped at any time, so nothing here has to survive: a page is asked for anew when the one that
// a delta builds on is gone, and every listener is registered while the script is first run.

import * as settings from './shared/settings.js';
import * as module from './core/saidby.js';
import { hold } from './shared/core.js';
import { merge } from './shared/delta.js';

/** @typedef {import('./shared/messages.js').Fault} Fault */

const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);

/** The most text of one page that is read, in UTF-16 units. */
const MAX_TEXT = 4_000_000;
/** The most of anything else in one request: nodes, hints, links, data blocks. */
const MAX_REST = 12_000_000;
/** How many pages are kept to build deltas on. */
const KEPT = 40;

const STYLES = ['marks.css'];
const SCRIPTS = ['shared/categories.js', 'content/collect.js', 'content/paint.js', 'content/watch.js', 'content/card.js', 'content/main.js'];
const REGISTERED = 'saidby';

/** @param {string} key @param {string} message @returns {{error: Fault}} */
const fault = (key, message) => ({ error: { key, message } });
/** @param {unknown} e */
const words = (e) => (e instanceof Error ? e.message : String(e));

// ── the core ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const core = hold(module, () => ({ module_or_path: api.runtime.getURL('core/saidby_bg.wasm') }));

/**
 * Pages by tab and frame, the one used last at the end.
 * @type {Map<string, {generation: number, page: import('./shared/messages.js').Page}>}
 */
const pages = new Map();

/**
 * @param {import('./shared/messages.js').Analyze} request
 * @param {string} place  tab, frame and document of the sender
 */
async function analyze(request, place) {
  const generation = Number(request.generation);
  const sent = request.page;
  if (typeof sent !== 'object' || sent === null || !Array.isArray(sent.blocks) || !Array.isArray(sent.nodes) || !Array.isArray(request.nodeOf)) {
    return { generation, ...fault('malformed', 'The request is no page.') };
  }
  const page = merge(request, pages.get(place));
  if (!page) return { generation, needFull: true };
  let text = 0;
  let rest = page.nodes.length * 16;
  for (const b of page.blocks) {
    text += b.text.length;
    for (const i of b.inlines) rest += 40 + i.hints.length + i.href.length;
  }
  for (const n of page.nodes) rest += n.hints.length;
  for (const j of page.head.json_ld) rest += j.length;
  if (text > MAX_TEXT || rest > MAX_REST) {
    pages.delete(place);
    return { generation, ...fault('too-large', `The page holds more than ${text > MAX_TEXT ? MAX_TEXT : MAX_REST} characters.`) };
  }
  try {
    await core.load();
  } catch (e) {
    return { generation, ...fault('core', `The reader could not be loaded: ${words(e)}`) };
  }
  try {
    const { report, marks } = await core.call((m) => /** @type {any} */ (m.analyzePage(page)));
    pages.delete(place);
    pages.set(place, { generation, page });
    for (const old of pages.keys()) {
      if (pages.size <= KEPT) break;
      pages.delete(old);
    }
    return { generation, report, marks };
  } catch (e) {
    pages.delete(place);
    return { generation, ...fault('core', `The page could not be read: ${words(e)}`) };
  }
}

// ── where the content script runs ────────────────────────────────────────────────────────────────────────────────────

/**
 * Puts the content script into a tab's frames that don't have it.
 * @param {number} tabId
 * @returns {Promise<{ok: true} | {error: Fault}>}
 */
async function activate(tabId) {
  try {
    const found = await api.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => Boolean(/** @type {any} */ (globalThis).saidbyAlive?.()),
    });
    const frameIds = found.filter((f) => !f.result).map((f) => f.frameId);
    for (const frameId of frameIds) {
      try {
        await api.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, files: STYLES });
        await api.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: SCRIPTS });
      } catch (e) {
        if (frameId === 0) throw e; // an inner frame may go away at any moment
      }
    }
    await tell(tabId, { type: 'wake' });
    return { ok: true };
  } catch (e) {
    return fault('unreachable', `The browser doesn't let extensions read this page. (${words(e)})`);
  }
}

/** @param {number} tabId @param {object} message @param {number} [frameId] */
async function tell(tabId, message, frameId = 0) {
  try { return await api.tabs.sendMessage(tabId, message, { frameId }); } catch { return undefined; }
}

/** @param {string} host */
const patterns = (host) => [`*://${host.replace(/:\d+$/, '')}/*`];

/** @type {Promise<unknown>} */
let syncing = Promise.resolve();

/** Registers the content script for what both the settings ask for and the reader has granted. */
function sync() {
  syncing = syncing.then(syncNow).catch((e) => console.warn('Saidby:', words(e)));
  return syncing;
}

async function syncNow() {
  const s = await settings.load();
  const everywhere = s.everywhere && (await api.permissions.contains({ origins: ['<all_urls>'] }));
  /** @type {string[]} */
  const matches = [];
  if (everywhere) {
    matches.push('<all_urls>');
  } else {
    for (const [host, state] of Object.entries(s.sites)) {
      if (state !== 'always') continue;
      try {
        if (await api.permissions.contains({ origins: patterns(host) })) matches.push(...patterns(host));
      } catch { /* a host that makes no pattern */ }
    }
  }
  const there = await api.scripting.getRegisteredContentScripts({ ids: [REGISTERED] });
  const same = there[0]?.matches?.slice().sort().join(' ') === matches.slice().sort().join(' ');
  if (there.length && same && there[0].js?.join(' ') === SCRIPTS.join(' ')) return;
  if (there.length) await api.scripting.unregisterContentScripts({ ids: [REGISTERED] });
  if (!matches.length) return;
  await api.scripting.registerContentScripts([{
    id: REGISTERED, matches, js: SCRIPTS, css: STYLES, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true,
  }]);
  // What is registered comes with the next load; the pages in front of the reader shall not wait for it.
  for (const tab of await api.tabs.query({ active: true, url: matches })) if (tab.id !== undefined) await activate(tab.id);
}

// ── badge ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** @type {Map<number, Map<number, number>>} */
const counts = new Map();

/** @param {number} tabId */
async function badge(tabId) {
  let sum = 0;
  for (const n of counts.get(tabId)?.values() ?? []) sum += n;
  try {
    await api.action.setBadgeText({ tabId, text: sum > 999 ? '999+' : sum ? String(sum) : '' });
    await api.action.setBadgeBackgroundColor({ tabId, color: '#37474f' });
  } catch { /* the tab is gone */ }
}

// ── listeners ────────────────────────────────────────────────────────────────────────────────────────────────────────

api.runtime.onMessage.addListener((message, sender, answer) => {
  if (sender.id !== api.runtime.id || typeof message !== 'object' || message === null) return false;
  const tabId = sender.tab?.id;
  const own = sender.url?.startsWith(api.runtime.getURL('')) ?? false;
  /** @param {Promise<unknown>} work */
  const later = (work) => {
    work.then(answer, (e) => answer(fault('core', words(e))));
    return true;
  };
  if (own) {
    switch (message.type) {
      case 'activate': return later(activate(Number(message.tabId)));
      case 'sync-permissions': return later(sync().then(() => ({ ok: true })));
      default: return false;
    }
  }
  if (tabId === undefined) return false;
  const frameId = sender.frameId ?? 0;
  switch (message.type) {
    case 'analyze': return later(analyze(message, `${tabId} ${frameId} ${message.document}`));
    case 'painted': {
      if (frameId === 0 && message.first) counts.delete(tabId);
      const frames = counts.get(tabId) ?? new Map();
      counts.set(tabId, frames.set(frameId, Math.max(0, Number(message.count) || 0)));
      badge(tabId);
      return false;
    }
    default: return false;
  }
});

api.tabs.onRemoved.addListener((tabId) => {
  counts.delete(tabId);
  for (const place of pages.keys()) if (place.startsWith(`${tabId} `)) pages.delete(place);
});

api.permissions.onAdded.addListener(() => { sync(); });
api.permissions.onRemoved.addListener(() => { sync(); });
api.runtime.onStartup.addListener(() => { sync(); });
settings.watch(() => { sync(); });

api.runtime.onInstalled.addListener((details) => {
  api.contextMenus.removeAll(() => {
    api.contextMenus.create({ id: 'explain', title: api.i18n.getMessage('menuExplain') || 'Explain this mark', contexts: ['page', 'selection', 'link'] });
    api.contextMenus.create({ id: 'copy', title: api.i18n.getMessage('menuCopy') || 'Copy quotation with its source', contexts: ['page', 'selection', 'link'] });
  });
  sync();
  if (details.reason === 'install') api.tabs.create({ url: api.runtime.getURL('welcome/index.html') });
});

api.contextMenus.onClicked.addListener(async (info, tab) => {
  if (tab?.id === undefined) return;
  const type = info.menuItemId === 'copy' ? 'copy' : 'explain';
  const frameId = info.frameId ?? 0;
  // A menu's click grants the tab, so the words can be explained on a page that wasn't read yet.
  if (!(await tell(tab.id, { type }, frameId))) await activate(tab.id);
});

api.commands.onCommand.addListener(async (command, tab) => {
  const tabId = tab?.id ?? (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tabId === undefined) return;
  if (command === 'toggle') {
    if (!(await tell(tabId, { type: 'toggle' }))) await activate(tabId);
  } else {
    await tell(tabId, { type: 'step', by: command === 'previous' ? -1 : 1 });
  }
});
