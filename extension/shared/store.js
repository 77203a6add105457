// What the pages need beyond the settings store: importing with every fault named, changes that leave the old settings
// whole (so that they can be undone), and the permissions that go with them.

import { api } from './dom.js';
import { CATEGORIES, MAX_SITES, defaults } from './settings.js';

export { defaults, exportText, isOn, load, onChange as watch, save } from './settings.js';

/** @typedef {import('./settings.js').Settings} Settings */

/** The table of categories. */
export const categories = CATEGORIES;

/** The groups in the order of the table. */
export const GROUPS = /** @type {const} */ (['attributed', 'unattributed', 'provenance']);

const HOST = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$|^\[[0-9a-f:.]+\]$/;

/** @param {unknown} v @returns {v is Record<string, unknown>} */
const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v);

/**
 * Checks settings from a file: each fault is a key of a message with what it is about.
 * @param {unknown} value
 * @returns {{settings: Settings, faults: Array<[string, string]>}}
 */
export function check(value) {
  /** @type {Array<[string, string]>} */
  const faults = [];
  const settings = defaults();
  if (!isObject(value)) return { settings, faults: [['import_no_object', '']] };
  if (value.version !== 1) faults.push(['import_version', JSON.stringify(value.version ?? null)]);
  for (const key of Object.keys(value)) if (key !== 'saidby' && !(key in settings)) faults.push(['import_unknown', key]);
  const known = new Set(categories.map((c) => c.key));
  if (value.kinds !== undefined && !isObject(value.kinds)) faults.push(['import_kinds', 'kinds']);
  else {
    for (const [key, on] of Object.entries(value.kinds ?? {})) {
      if (!known.has(key)) faults.push(['import_kind', key]);
      else if (typeof on !== 'boolean') faults.push(['import_kind_value', key]);
      else settings.kinds[key] = on;
    }
  }
  if (value.strength === 'all' || value.strength === 'strong') settings.strength = value.strength;
  else if (value.strength !== undefined) faults.push(['import_strength', JSON.stringify(value.strength)]);
  if (value.sites !== undefined && !isObject(value.sites)) faults.push(['import_sites', 'sites']);
  else {
    const rows = Object.entries(value.sites ?? {});
    if (rows.length > MAX_SITES) faults.push(['import_many_sites', String(MAX_SITES)]);
    else {
      for (const [host, mode] of rows) {
        if (!HOST.test(host)) faults.push(['import_host', host]);
        else if (mode !== 'off' && mode !== 'always') faults.push(['import_site_value', host]);
        else settings.sites[host] = mode;
      }
    }
  }
  if (typeof value.everywhere === 'boolean') settings.everywhere = value.everywhere;
  else if (value.everywhere !== undefined) faults.push(['import_everywhere', JSON.stringify(value.everywhere)]);
  return { settings, faults };
}

/**
 * The settings with kinds switched; what equals the default is not stored.
 * @param {Settings} settings
 * @param {string[]} keys
 * @param {boolean} on
 * @returns {Settings}
 */
export function withKinds(settings, keys, on) {
  const kinds = { ...settings.kinds };
  for (const key of keys) {
    if (categories.find((c) => c.key === key)?.default === on) delete kinds[key];
    else kinds[key] = on;
  }
  return { ...settings, kinds };
}

/**
 * The settings with a site's own rule, or without one.
 * @param {Settings} settings
 * @param {string} host
 * @param {'off'|'always'|null} mode
 * @returns {Settings}
 */
export function withSite(settings, host, mode) {
  const sites = { ...settings.sites };
  if (mode) sites[host] = mode;
  else delete sites[host];
  return { ...settings, sites };
}

/** The patterns of every page, as the manifest offers them. @returns {string[]} */
export function everyOrigin() {
  const m = api.runtime.getManifest();
  const wide = [...(m.optional_host_permissions ?? []), ...(m.host_permissions ?? [])].filter((o) => /^(<all_urls>|\*:|https?:)/.test(o));
  return wide.length ? wide : ['<all_urls>'];
}

/** @param {string} host */
export const originsOf = (host) => [`*://${host}/*`];

/**
 * Whether the browser lets the extension read these pages without a click.
 * @param {string[]} origins
 * @returns {Promise<boolean>}
 */
export async function granted(origins) {
  try {
    return await api.permissions.contains({ origins });
  } catch {
    return false;
  }
}

/**
 * Asks for these pages. Must be called straight from a click, before anything is awaited: the browsers want the gesture.
 * @param {string[]} origins
 * @returns {Promise<boolean>}
 */
export async function request(origins) {
  try {
    return await api.permissions.request({ origins });
  } catch {
    return false;
  }
}

/** Lets the background register or drop the content script for what is now chosen and granted. */
export async function sync() {
  try {
    await api.runtime.sendMessage({ type: 'sync-permissions' });
  } catch { /* the background starts again with its next event and reads the settings then */ }
}
