// Where a page that shows a tab's result gets it: it asks the content script, starts it where it is not there yet, and
// asks again when told that something changed. Popup and side panel share it.

import { api } from './dom.js';

/**
 * @typedef {object} Summary
 * @property {'off'|'working'|'done'|'failed'|'nothing'|'restricted'|'absent'} status
 * @property {{key: string, message: string}|null} [error]
 * @property {{all: Record<string, number>, strong: Record<string, number>}} [counts]
 * @property {any} [report]
 * @property {string} [why]  of `restricted`; of `absent` where the page was tried and refused
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
 * What kind of address it is to an extension: `closed` where none is let in, `doubt` where it may be that none is. A page
 * may be named like a PDF file, and files may be allowed, so that has to be tried first.
 * @param {string|undefined} url
 * @returns {{host: string|null, closed: 'browser'|'store'|null, doubt: 'pdf'|'file'|null}}
 */
export function place(url) {
  let u;
  try { u = new URL(url ?? ''); } catch { return { host: null, closed: null, doubt: null }; }
  if (u.protocol === 'file:') return { host: null, closed: null, doubt: 'file' };
  if (u.protocol !== 'http:' && u.protocol !== 'https:') return { host: null, closed: 'browser', doubt: null };
  if (CLOSED.test(u.hostname)) return { host: u.hostname, closed: 'store', doubt: null };
  return { host: u.hostname, closed: null, doubt: /\.pdf$/i.test(u.pathname) ? 'pdf' : null };
}

/**
 * @param {number} tab
 * @param {import('./messages.js').ToContent} message
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
    return null;
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
    clearTimeout(timer);
    f.tab = await findTab();
    const where = place(f.tab?.url);
    f.host = where.closed ? null : where.host;
    if (f.tab && !where.closed) return true;
    put({ status: 'restricted', why: where.closed ?? 'browser' });
    return false;
  }

  /**
   * Asks until the content script has an answer; `summary-changed` comes on top for what changes later.
   * @param {string} [why]  what no answer means; without it, that nobody has tried yet
   */
  async function refresh(why) {
    const asked = f.tab;
    if (!asked) return;
    clearTimeout(timer);
    const answer = await ask(asked.id);
    // The reader may have gone to another tab meanwhile.
    if (f.tab?.id !== asked.id) return;
    if (answer.status !== 'absent') put(answer);
    else put(isOff(f.host) ? { status: 'off' } : { ...answer, why });
    if (answer.status === 'working') timer = setTimeout(refresh, AGAIN);
  }

  /** Starts the content script where it is missing and the reader wants it. */
  async function start() {
    const asked = f.tab;
    if (!asked) return;
    const answer = await ask(asked.id);
    if (answer.status !== 'absent' || isOff(f.host)) return refresh();
    put({ status: 'working' });
    const why = await activate(asked.id);
    if (why === null) return refresh('');
    if (f.tab?.id !== asked.id) return refresh();
    const { doubt } = place(asked.url);
    put(doubt ? { status: 'restricted', why: doubt } : { status: 'absent', why });
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
