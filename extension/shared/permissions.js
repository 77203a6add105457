// Which pages the browser lets the extension read without a click, and how to ask for more.

import { api } from './dom.js';

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
