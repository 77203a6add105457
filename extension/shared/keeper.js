// The settings as a page of ours holds them: a change is shown and written at once, can be taken back, and one made in
// another page is followed. Access that the settings no longer ask for is given back to the browser.

import { t, toast } from './dom.js';
import { release, request, sync, wanted, without } from './permissions.js';
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

  /** Brings the browser's permissions after the settings. @param {store.Settings} before */
  async function settle(before) {
    const gone = without(wanted(before), wanted(now));
    if (gone.length) await release(gone, wanted(now));
    await sync();
  }

  /**
   * Writes settings and offers the way back. Nobody waits here for permissions and background: what the reader is told,
   * and where the focus goes, shall not hang on a slow one.
   * @param {store.Settings} next
   * @param {string} said what the reader is told
   */
  async function change(next, said) {
    const before = now;
    await write(next);
    toast(said, () => undo(before, next));
    settle(before);
  }

  /**
   * Writes settings that need the browser's permission, and takes them back where the reader refuses it. Must be called
   * straight from a click, before anything is awaited: the browsers want the gesture. The settings are written before
   * the answer, because the question may close a popup; the background follows the permission by itself.
   * @param {store.Settings} next
   * @param {string} said
   * @param {string[]} origins
   */
  async function allowed(next, said, origins) {
    const asked = request(origins);
    const before = now;
    await change(next, said);
    if (!(await asked)) await refused(before, next);
    await sync();
    await render();
  }

  /** @param {store.Settings} before @param {store.Settings} next */
  async function refused(before, next) {
    await write(store.undone(now, before, next));
    toast(t('said_refused'));
  }

  /**
   * Takes a change back and leaves what was changed since. The access that went with it has to be asked for again.
   * @param {store.Settings} before
   * @param {store.Settings} next
   */
  async function undo(before, next) {
    const from = now;
    const back = store.undone(from, before, next);
    const origins = without(wanted(back), wanted(from));
    const asked = origins.length ? request(origins) : true;
    await write(back);
    if (!(await asked)) await refused(from, back);
    await settle(from);
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
