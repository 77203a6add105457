// The settings store, the only one. What is stored are overrides only: a category that nobody touched follows the table's
// default, so that a later version can change a default without asking everybody. A change makes new settings and leaves
// the old ones whole, so that it can be taken back. Nothing here needs a document: the background uses it too.

import './categories.js';

/**
 * @typedef {object} Settings
 * @property {1} version
 * @property {Record<string, boolean>} kinds  overrides of the categories' defaults
 * @property {'all'|'strong'} strength
 * @property {Record<string, 'off'|'always'>} sites  by host name
 * @property {boolean} everywhere  whether the reader asked for every page
 */

/** The table of categories. @type {ReadonlyArray<Category>} */
export const categories = /** @type {any} */ (globalThis).SAIDBY_CATEGORIES;

/** The groups in the order of the table. */
export const GROUPS = /** @type {const} */ (['attributed', 'unattributed', 'provenance']);

const KEY = 'settings';
/** The most sites that are kept. */
export const MAX_SITES = 5000;
/** The largest file that is imported, in bytes. */
export const MAX_IMPORT = 1_000_000;
const HOST = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$|^\[[0-9a-f:.]+\]$/;
/** The extension API under the name both browsers' promises are found by. */
export const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);

/** @returns {Settings} */
export function defaults() {
  return { version: 1, kinds: {}, strength: 'all', sites: {}, everywhere: false };
}

/**
 * The host of what a person wrote, as `location.hostname` has it: of a name in any script, of a name with a port, of a
 * whole address; `null` where there is none.
 * @param {string} written
 * @returns {string|null}
 */
export function hostOf(written) {
  const typed = written.trim();
  try {
    const { protocol, hostname } = new URL(typed.includes('://') ? typed : `https:${'//'}${typed}`);
    return /^https?:$/.test(protocol) && HOST.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}

/** @param {unknown} v @returns {v is Record<string, unknown>} */
const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v);

/**
 * Checks settings: each fault is a key of a message with what it is about; `settings` holds what was sound.
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
    for (const [written, mode] of rows.slice(0, MAX_SITES)) {
      const host = hostOf(written);
      if (host === null) faults.push(['import_host', written]);
      else if (mode !== 'off' && mode !== 'always') faults.push(['import_site_value', written]);
      else settings.sites[host] = mode;
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

/**
 * Settings without a change that was made to them; what was changed since then stays as it is.
 * @param {Settings} now
 * @param {Settings} before  as they were before the change
 * @param {Settings} after  as the change left them
 * @returns {Settings}
 */
export function undone(now, before, after) {
  /** @template T @param {T} n @param {T} b @param {T} a */
  const one = (n, b, a) => (b !== a && n === a ? b : n);
  /**
   * @template T
   * @param {Record<string, T>} n @param {Record<string, T>} b @param {Record<string, T>} a
   * @returns {Record<string, T>}
   */
  const each = (n, b, a) => Object.fromEntries([...new Set([...Object.keys(n), ...Object.keys(b)])]
    .map((key) => /** @type {[string, any]} */ ([key, one(n[key], b[key], a[key])])).filter(([, value]) => value !== undefined));
  return {
    ...now, kinds: each(now.kinds, before.kinds, after.kinds), strength: one(now.strength, before.strength, after.strength),
    sites: each(now.sites, before.sites, after.sites), everywhere: one(now.everywhere, before.everywhere, after.everywhere),
  };
}

/**
 * Whatever was stored as settings within bounds; what is not understood is left out.
 * @param {unknown} value
 * @returns {Settings}
 */
export const validate = (value) => check(value).settings;

/** @returns {Promise<Settings>} */
export async function load() {
  return validate((await api.storage.local.get(KEY))[KEY]);
}

/** @param {Settings} settings */
export async function save(settings) {
  await api.storage.local.set({ [KEY]: validate(settings) });
}

/**
 * Whether a category is shown.
 * @param {Settings} settings
 * @param {string} key
 */
export function isOn(settings, key) {
  return settings.kinds[key] ?? categories.find((c) => c.key === key)?.default ?? false;
}

/**
 * The settings as a file that {@link check} reads.
 * @param {Settings} settings
 */
export function exportText(settings) {
  return `${JSON.stringify({ saidby: 'settings', ...validate(settings) }, null, 2)}\n`;
}

/**
 * Calls back with the settings whenever they change, in whichever page.
 * @param {(settings: Settings) => void} heard
 */
export function watch(heard) {
  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) heard(validate(changes[KEY].newValue));
  });
}
