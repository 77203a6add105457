// Which pages the browser lets the extension read without a click, and how to ask for more.

import { api } from './settings.js';

/** The patterns of every page, as the manifest offers them. @returns {string[]} */
export function everyOrigin() {
  const m = api.runtime.getManifest();
  const wide = [...(m.optional_host_permissions ?? []), ...(m.host_permissions ?? [])].filter((o) => /^(<all_urls>|\*:|https?:)/.test(o));
  return wide.length ? wide : ['<all_urls>'];
}

/** @param {string} host */
export const originsOf = (host) => [`*://${host}/*`];

/**
 * The pages that settings ask to read without a click.
 * @param {import('./settings.js').Settings} s
 * @returns {string[]}
 */
export function wanted(s) {
  const sites = Object.keys(s.sites).filter((host) => s.sites[host] === 'always').flatMap(originsOf);
  return s.everywhere ? [...everyOrigin(), ...sites] : sites;
}

/**
 * What one list has and the other lacks.
 * @param {string[]} origins
 * @param {string[]} others
 */
export const without = (origins, others) => origins.filter((o) => !others.includes(o));

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

/**
 * Gives access back to the browser. Each by itself: the browsers refuse a whole list for one entry that the manifest
 * demands or that makes no pattern.
 * @param {string[]} origins
 * @param {string[]} kept  what is still wanted
 */
export async function release(origins, kept) {
  const had = kept.length > 0 && await granted(kept);
  await Promise.all(origins.map(async (o) => {
    try { await api.permissions.remove({ origins: [o] }); } catch { /* it stays the browser's to take */ }
  }));
  // With every page, Chromium takes single sites too; what was granted once it grants again without a question.
  if (had && !(await granted(kept))) await request(kept);
}

/** Lets the background register or drop the content script for what is now chosen and granted. */
export async function sync() {
  try {
    await api.runtime.sendMessage({ type: 'sync-permissions' });
  } catch { /* the background starts again with its next event and reads the settings then */ }
}
