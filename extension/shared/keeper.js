// The settings as a page of ours holds them: a change is shown and written at once, can be taken back, and one made in
// another page is followed.

import { t, toast } from './dom.js';
import { request, sync } from './permissions.js';
import * as store from './settings.js';

/**
 * @param {() => unknown} render called whenever the settings are others
 */
export function keeper(render) {
  let now = store.defaults();

  /** @param {store.Settings} next */
  async function write(next) {
    now = next;
    const drawn = render();
    await store.save(next);
    await drawn;
  }

  /**
   * Writes settings and offers the way back.
   * @param {store.Settings} next
   * @param {string} said what the reader is told
   */
  async function change(next, said) {
    const before = now;
    await write(next);
    toast(said, async () => {
      await write(before);
      await sync();
    });
    await sync();
  }

  /**
   * Writes settings that need the browser's permission, and takes them back where the reader refuses it. Must be called
   * straight from a click, before anything is awaited: the browsers want the gesture. The settings are written before
   * the answer, because the question may close a popup; the background follows the permission by itself.
   * @param {store.Settings} next
   * @param {string} said
   * @param {string[]} origins
   * @returns {Promise<boolean>} whether it was allowed
   */
  async function allowed(next, said, origins) {
    const asked = request(origins);
    const before = now;
    await change(next, said);
    if (!(await asked)) {
      await write(before);
      toast(t('said_refused'));
      await sync();
      return false;
    }
    await sync();
    await render();
    return true;
  }

  return {
    /** The settings as they are. */
    get now() { return now; },
    change,
    allowed,
    /** Reads what is stored and follows it from then on. */
    async start() {
      now = await store.load();
      store.watch((next) => { now = next; render(); });
    },
  };
}
