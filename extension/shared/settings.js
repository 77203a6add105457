// The settings store. What is stored are overrides only: a category that nobody touched follows the table's default,
// so that a later version can change a default without asking everybody.

import './categories.js';

/**
 * @typedef {object} Settings
 * @property {1} version
 * @property {Record<string, boolean>} kinds  overrides of the categories' defaults
 * @property {'all'|'strong'} strength
 * @property {Record<string, 'off'|'always'>} sites  by host name
 * @property {boolean} everywhere  whether the reader asked for every page
 */

/** @type {ReadonlyArray<Category>} */
export const CATEGORIES = /** @type {any} */ (globalThis).SAIDBY_CATEGORIES;

const KEY = 'settings';
/** The most sites that are kept. */
export const MAX_SITES = 5000;
/** The largest file that is imported, in UTF-16 units. */
export const MAX_IMPORT = 1_000_000;
const HOST = /^[a-z0-9.\-:[\]_]{1,253}$/i;
const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);

/** @returns {Settings} */
export function defaults() {
  return { version: 1, kinds: {}, strength: 'all', sites: {}, everywhere: false };
}

/**
 * Whatever was stored or imported as settings within bounds; what is not understood is left out.
 * @param {unknown} value
 * @returns {Settings}
 */
export function validate(value) {
  const clean = defaults();
  if (typeof value !== 'object' || value === null) return clean;
  const v = /** @type {Record<string, any>} */ (value);
  if (v.strength === 'strong') clean.strength = 'strong';
  clean.everywhere = v.everywhere === true;
  if (typeof v.kinds === 'object' && v.kinds !== null) {
    for (const c of CATEGORIES) if (Object.hasOwn(v.kinds, c.key) && typeof v.kinds[c.key] === 'boolean') clean.kinds[c.key] = v.kinds[c.key];
  }
  if (typeof v.sites === 'object' && v.sites !== null) {
    for (const [host, state] of Object.entries(v.sites).slice(0, MAX_SITES)) {
      if (HOST.test(host) && host !== '__proto__' && (state === 'off' || state === 'always')) clean.sites[host.toLowerCase()] = state;
    }
  }
  return clean;
}

/** @returns {Promise<Settings>} */
export async function load() {
  return validate((await api.storage.local.get(KEY))[KEY]);
}

/** @param {Settings} settings */
export async function save(settings) {
  await api.storage.local.set({ [KEY]: validate(settings) });
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Changes the settings; changes made from one page wait for each other, so that none is lost.
 * @param {(settings: Settings) => void} change
 * @returns {Promise<Settings>}
 */
export function update(change) {
  const next = last.then(async () => {
    const settings = await load();
    change(settings);
    await save(settings);
    return settings;
  });
  last = next.catch(() => {});
  return next;
}

/**
 * Whether a category is shown.
 * @param {Settings} settings
 * @param {string} key
 */
export function isOn(settings, key) {
  return settings.kinds[key] ?? CATEGORIES.find((c) => c.key === key)?.default ?? false;
}

/**
 * Switches a category.
 * @param {Settings} settings
 * @param {string} key
 * @param {boolean} on
 */
export function setKind(settings, key, on) {
  if (CATEGORIES.find((c) => c.key === key)?.default === on) delete settings.kinds[key];
  else settings.kinds[key] = on;
}

/** @param {Settings} settings */
export function exportText(settings) {
  return `${JSON.stringify({ saidby: 'settings', ...validate(settings) }, null, 2)}\n`;
}

/**
 * Reads an exported file. Throws an `Error` that says in plain words what is wrong.
 * @param {string} text
 * @returns {Settings}
 */
export function importText(text) {
  if (text.length > MAX_IMPORT) throw new Error(`The file is longer than ${MAX_IMPORT} characters.`);
  let value;
  try { value = JSON.parse(text); } catch { throw new Error('The file is no JSON.'); }
  if (typeof value !== 'object' || value === null || value.version !== 1) throw new Error('The file holds no settings of this version.');
  return validate(value);
}

/**
 * Calls back with the settings whenever they change, in whichever page.
 * @param {(settings: Settings) => void} heard
 */
export function onChange(heard) {
  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) heard(validate(changes[KEY].newValue));
  });
}
