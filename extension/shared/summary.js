// Where a page that shows a tab's result gets it: it asks the content script, starts it where it is not there yet, and
// asks again when told that something changed.

import { api } from './dom.js';

/**
 * @typedef {object} Summary
 * @property {'off'|'working'|'done'|'failed'|'nothing'|'restricted'|'absent'} status
 * @property {{key: string, message: string}|null} [error]
 * @property {{all: Record<string, number>, strong: Record<string, number>}} [counts]
 * @property {any} [report]
 */

/** Places where a browser lets no extension in, whatever its permissions. */
const CLOSED = /^(?:chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;

/**
 * The tab to show: the one named by `?tab=`, else the active one of this window.
 * @returns {Promise<{id: number, url: string|undefined}|null>}
 */
export async function findTab() {
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
export async function ask(tab) {
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
export async function activate(tab) {
  try {
    const answer = await api.runtime.sendMessage({ type: 'activate', tabId: tab });
    if (answer?.error) return String(answer.error.message ?? answer.error);
    return answer?.ok === false ? '' : null;
  } catch (e) {
    return e instanceof Error ? e.message : String(e);
  }
}

/**
 * Calls back when a tab's result changed.
 * @param {(tab: number|undefined) => void} follow
 */
export function onChange(follow) {
  api.runtime.onMessage.addListener((/** @type {any} */ message, /** @type {any} */ sender) => {
    if (sender?.id === api.runtime.id && message?.type === 'summary-changed') follow(sender.tab?.id ?? message.tabId);
  });
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
