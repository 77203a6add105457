// Where a page that shows a tab's result gets it: it asks the content script, starts it where it is not there yet, and
// asks again when told that something changed. Popup and side panel share it.

import { api } from './dom.js';

/**
 * @typedef {object} Summary
 * @property {'off'|'working'|'done'|'failed'|'nothing'|'restricted'|'absent'} status
 * @property {{key: string, message: string}|null} [error]
 * @property {{all: Record<string, number>, strong: Record<string, number>}} [counts]
 * @property {any} [report]
 * @property {string} [why]  of `restricted` and `absent`
 */

/** Places where a browser lets no extension in, whatever its permissions. */
const CLOSED = /^(?:chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;

/**
 * The tab to show: the one named by `?tab=`, else the active one of this window.
 * @returns {Promise<{id: number, url: string|undefined}|null>}
 */
async function findTab() {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  try {
    const tab = named ? await api.tabs.get(named) : (await api.tabs.query({ active: true, currentWindow: true }))[0];
    return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
  } catch {
    return null;
  }
}

/**
 * What kind of address it is to an extension.
 * @param {string|undefined} url
 * @returns {{host: string|null, closed: 'browser'|'store'|'pdf'|'file'|null}}
 */
export function place(url) {
  let u;
  try { u = new URL(url ?? ''); } catch { return { host: null, closed: null }; }
  if (u.protocol === 'file:') return { host: null, closed: 'file' };
  if (u.protocol !== 'http:' && u.protocol !== 'https:') return { host: null, closed: 'browser' };
  if (CLOSED.test(u.hostname)) return { host: u.hostname, closed: 'store' };
  if (/\.pdf$/i.test(u.pathname)) return { host: u.hostname, closed: 'pdf' };
  return { host: u.hostname, closed: null };
}

/**
 * @param {number} tab
 * @param {object} message
 * @returns {Promise<any>}
 */
export const tell = (tab, message) => api.tabs.sendMessage(tab, message, { frameId: 0 });

/**
 * What the tab's content script has found. `absent` where none is there.
 * @param {number} tab
 * @returns {Promise<Summary>}
 */
async function ask(tab) {
  try {
    const answer = await tell(tab, { type: 'get-summary' });
    return answer?.status ? answer : { status: 'absent' };
  } catch {
    return { status: 'absent' };
  }
}

/**
 * Starts the content script in a tab; says why where the browser refuses.
 * @param {number} tab
 * @returns {Promise<string|null>} `null` when started
 */
async function activate(tab) {
  try {
    const answer = await api.runtime.sendMessage({ type: 'activate', tabId: tab });
    if (answer?.error) return String(answer.error.message ?? answer.error);
    return answer?.ok === false ? '' : null;
  } catch (e) {
    return e instanceof Error ? e.message : String(e);
  }
}

/** How often a page that is still being read is asked again, in milliseconds. */
const AGAIN = 250;

/**
 * Follows one tab's result.
 * @param {() => void} render called whenever `summary`, `tab` or `host` are others
 * @param {(host: string|null) => boolean} isOff whether the reader switched this host off
 */
export function follower(render, isOff) {
  let timer = 0;
  const f = {
    /** @type {{id: number, url: string|undefined}|null} */
    tab: null,
    /** @type {string|null} */
    host: null,
    /** @type {Summary} */
    summary: { status: 'working' },
    find, refresh, start, retry, show,
  };

  /** @param {Summary} summary */
  function put(summary) {
    f.summary = summary;
    render();
  }

  /** Finds the tab in front; gives whether an extension may be there at all. */
  async function find() {
    f.tab = await findTab();
    const where = place(f.tab?.url);
    f.host = where.closed ? null : where.host;
    if (f.tab && !where.closed) return true;
    put({ status: 'restricted', why: where.closed ?? 'browser' });
    return false;
  }

  /** Asks until the content script has an answer; `summary-changed` comes on top for what changes later. */
  async function refresh() {
    const asked = f.tab;
    if (!asked) return;
    clearTimeout(timer);
    const answer = await ask(asked.id);
    // The reader may have gone to another tab meanwhile.
    if (f.tab?.id !== asked.id) return;
    put(answer);
    if (answer.status === 'working') timer = setTimeout(refresh, AGAIN);
  }

  /** Starts the content script where it is missing and the reader wants it. */
  async function start() {
    if (!f.tab) return;
    const answer = await ask(f.tab.id);
    if (answer.status !== 'absent') return refresh();
    if (isOff(f.host)) return put({ status: 'off' });
    put({ status: 'working' });
    const why = await activate(f.tab.id);
    if (why !== null) return put({ status: 'absent', why });
    return refresh();
  }

  async function retry() {
    if (!f.tab) return;
    if (f.summary.status === 'absent') return start();
    put({ status: 'working' });
    try { await tell(f.tab.id, { type: 'retry' }); } catch { /* refresh says so */ }
    return refresh();
  }

  /** Brings back marks that were hidden in this tab. */
  async function show() {
    if (!f.tab) return;
    try { await tell(f.tab.id, { type: 'show' }); } catch { /* refresh says so */ }
    return refresh();
  }

  api.runtime.onMessage.addListener((/** @type {any} */ message, /** @type {any} */ sender) => {
    if (sender?.id !== api.runtime.id || message?.type !== 'summary-changed') return;
    const id = sender.tab?.id ?? message.tabId;
    if (f.tab && (id === undefined || id === f.tab.id)) refresh();
  });
  return f;
}

/**
 * The words of a quotation or an assertion.
 * @param {any} report
 * @param {any} item
 * @returns {string}
 */
export function wordsOf(report, item) {
  if (typeof item.words === 'string' || typeof item.text === 'string') return item.words ?? item.text;
  /** @type {Array<[number, number]>} */
  const spans = item.content ?? [[item.start, item.end]];
  return typeof report.text === 'string' ? spans.map(([s, e]) => report.text.slice(s, e)).join(' … ') : '';
}
