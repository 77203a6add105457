// The background: reads pages with the core, puts the content script where the reader wants it, and keeps badge, menus
// and commands. It may be stopped at any time, so nothing here has to survive: a page is asked for anew when the one that
// a delta builds on is gone, and every listener is registered while the script is first run.

import * as settings from './shared/settings.js';
import * as module from './core/saidby.js';
import { hold } from './shared/core.js';
import { merge } from './shared/delta.js';
import { everyOrigin, granted, originsOf, wanted, without } from './shared/permissions.js';

/** @typedef {import('./shared/messages.js').Fault} Fault */

const { api } = settings;

/** The most text of one page that is read, in UTF-16 units. */
const MAX_TEXT = 4_000_000;
/** The most of anything else in one request: nodes, hints, links, the head. */
const MAX_REST = 12_000_000;
/** How much of all pages is kept to build deltas on, in UTF-16 units. */
const KEPT = 16_000_000;

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
 * Pages by tab and frame, the one used last at the end. A frame's next document takes the place of the one before.
 * @type {Map<string, {document: string, generation: number, page: import('./shared/messages.js').Page, size: number}>}
 */
const pages = new Map();

/**
 * @param {import('./shared/messages.js').Analyze} request
 * @param {string} place  tab and frame of the sender
 */
async function analyze(request, place) {
  const known = pages.get(place);
  const generation = Number(request.generation);
  const sent = request.page;
  if (typeof sent !== 'object' || sent === null || !Array.isArray(sent.blocks) || !Array.isArray(sent.nodes) || !Array.isArray(request.nodeOf)) {
    return { generation, ...fault('malformed', 'The request is no page.') };
  }
  const page = merge(request, known?.document === request.document ? known : undefined);
  if (!page) return { generation, needFull: true };
  let text = 0;
  let rest = page.nodes.length * 16;
  for (const b of page.blocks) {
    text += b.text.length;
    for (const i of b.inlines) rest += 40 + i.hints.length + i.href.length;
  }
  for (const n of page.nodes) rest += n.hints.length;
  for (const j of page.head.json_ld) rest += j.length;
  for (const m of page.head.metas) rest += m.name.length + m.content.length;
  for (const l of page.head.links) rest += l.rel.length + l.href.length;
  rest += page.head.title.length + page.url.length;
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
    pages.set(place, { document: request.document, generation, page, size: text + rest });
    let kept = 0;
    for (const { size } of pages.values()) kept += size;
    for (const [old, { size }] of pages) {
      if (kept <= KEPT) break;
      pages.delete(old);
      kept -= size;
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
 * @param {boolean} clicked  whether the reader asked for this tab, and not the settings
 * @returns {Promise<{ok: true} | {error: Fault}>}
 */
async function activate(tabId, clicked) {
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
    await tell(tabId, { type: 'wake', clicked }, null);
    return { ok: true };
  } catch (e) {
    return fault('unreachable', `The browser doesn't let extensions read this page. (${words(e)})`);
  }
}

/** @param {number} tabId @param {object} message @param {number | null} [frameId] null for all frames */
async function tell(tabId, message, frameId = 0) {
  try { return await api.tabs.sendMessage(tabId, message, frameId === null ? {} : { frameId }); } catch { return undefined; }
}

/**
 * Whether the content script may read pages of a host without a click.
 * @param {string} host
 */
async function covers(host) {
  const s = await settings.load();
  return (s.everywhere && await granted(everyOrigin())) || (s.sites[host] === 'always' && await granted(originsOf(host)));
}

/** Lets scripts in all tabs ask whether they are still covered. */
async function recheck() {
  for (const tab of await api.tabs.query({})) if (tab.id !== undefined) tell(tab.id, { type: 'recheck' }, null);
}

/**
 * Gives back the access that settings asked for until now and don't ask for any more. What the reader granted in the
 * browser's own settings stays theirs to take back.
 * @param {settings.Settings} before
 */
async function giveBack(before) {
  const held = new Set((await api.permissions.getAll()).origins);
  const still = wanted(await settings.load());
  const origins = without(wanted(before), still).filter((o) => held.has(o));
  // Chromium takes single sites' access with that to all. They have to be asked for again, which only the page can that the
  // reader clicked in (`shared/permissions.js`).
  if (still.length && everyOrigin().some((o) => origins.includes(o))) return;
  if (origins.length) await api.permissions.remove({ origins });
}

/** @type {Promise<unknown>} */
let syncing = Promise.resolve();

/** Registers the content script for what both the settings ask for and the reader has granted. */
function sync() {
  syncing = syncing.then(syncNow).catch((e) => console.warn('Saidby:', words(e)));
  return syncing;
}

async function syncNow() {
  const s = await settings.load();
  /** @type {string[]} */
  const matches = [];
  for (const pattern of wanted(s)) {
    if (await granted([pattern])) matches.push(pattern);
    if (matches.length && everyOrigin().includes(pattern)) break;
  }
  const there = await api.scripting.getRegisteredContentScripts({ ids: [REGISTERED] });
  const same = there[0]?.matches?.slice().sort().join(' ') === matches.slice().sort().join(' ');
  if (there.length && same && there[0].js?.join(' ') === SCRIPTS.join(' ')) return;
  if (there.length) await api.scripting.unregisterContentScripts({ ids: [REGISTERED] });
  if (!matches.length) return;
  await api.scripting.registerContentScripts([{
    id: REGISTERED, matches, js: SCRIPTS, css: STYLES, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true,
  }]);
  // What is registered comes with the next load; the pages in front of the reader shall not wait for it, nor the next
  // change of the settings for a tab that answers late.
  for (const tab of await api.tabs.query({ active: true, url: matches })) if (tab.id !== undefined) activate(tab.id, false);
}

// ── badge ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The marks that each frame of a tab's page shows.
 * @type {Map<number, {page: number, frames: Map<number, number>}>}
 */
const counts = new Map();

/**
 * @param {number} tabId @param {number} frameId
 * @param {number} page  the same for all frames of a page
 * @param {number} count
 */
function painted(tabId, frameId, page, count) {
  const known = counts.get(tabId);
  const frames = known?.page === page ? known.frames : new Map();
  frames.set(frameId, count);
  counts.set(tabId, { page, frames });
  // A background that was stopped has forgotten the other frames.
  if (!known) tell(tabId, { type: 'recount' }, null);
  badge(tabId);
}

/** @param {number} tabId */
async function badge(tabId) {
  let sum = 0;
  for (const n of counts.get(tabId)?.frames.values() ?? []) sum += n;
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
      case 'activate': return later(activate(Number(message.tabId), true));
      case 'sync-permissions': return later(sync().then(() => ({ ok: true })));
      default: return false;
    }
  }
  if (tabId === undefined) return false;
  const frameId = sender.frameId ?? 0;
  switch (message.type) {
    case 'analyze': return later(analyze(message, `${tabId} ${frameId}`));
    case 'covered': return later(covers(String(message.host)).then((covered) => ({ covered })));
    case 'painted': painted(tabId, frameId, Number(message.page), Math.max(0, Number(message.count) || 0)); return false;
    case 'left': {
      const at = counts.get(tabId);
      // The next page may have spoken first.
      if (at && at.page === message.page && at.frames.delete(frameId)) badge(tabId);
      const place = `${tabId} ${frameId}`;
      if (pages.get(place)?.document === message.document) pages.delete(place);
      return false;
    }
    case 'state': return later(tell(tabId, { type: 'state' }));
    case 'lead': tell(tabId, { type: 'follow', state: message.state }, null); return false;
    default: return false;
  }
});

api.tabs.onRemoved.addListener((tabId) => {
  counts.delete(tabId);
  for (const place of pages.keys()) if (place.startsWith(`${tabId} `)) pages.delete(place);
});

for (const event of [api.permissions.onAdded, api.permissions.onRemoved]) event.addListener(() => { sync().then(recheck); });
api.runtime.onStartup.addListener(() => { sync(); });
api.storage.onChanged.addListener((changes, area) => {
  if (area !== 'local' || !('settings' in changes)) return;
  const before = settings.validate(changes.settings.oldValue);
  sync().then(() => giveBack(before)).catch((e) => console.warn('Saidby:', words(e)));
});

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
  if (await tell(tab.id, { type }, frameId)) return;
  // A menu's click grants the tab, so a page that wasn't read yet is read now.
  await activate(tab.id, true);
  await tell(tab.id, { type: 'chosen', entry: type }, frameId);
});

api.commands.onCommand.addListener(async (command, tab) => {
  const tabId = tab?.id ?? (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tabId === undefined) return;
  if (command === 'toggle') {
    if (!(await tell(tabId, { type: 'toggle' }))) await activate(tabId, true);
  } else {
    await tell(tabId, { type: 'step', by: command === 'previous' ? -1 : 1 });
  }
});
