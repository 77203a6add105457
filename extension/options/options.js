// The options page: everything that can be set, in one place. Every change can be taken back.

import { byId, el, localise, t, toast } from '../shared/dom.js';
import { MAX_IMPORT } from '../shared/settings.js';
import * as store from '../shared/store.js';
import * as view from '../shared/view.js';

/** @type {store.Settings} */
let settings = store.defaults();

/**
 * Writes settings and offers the way back.
 * @param {store.Settings} next
 * @param {string} said
 */
async function change(next, said) {
  const before = settings;
  settings = next;
  await render();
  await store.save(next);
  await store.sync();
  toast(said, async () => {
    settings = before;
    await render();
    await store.save(before);
    await store.sync();
  });
}

localise();
document.title = t('options_title');

const updateKinds = view.kindSwitches(byId('kinds'), (keys, on, name) => {
  change(store.withKinds(settings, keys, on), t(on ? 'said_on' : 'said_off', name));
}, { counts: false, explained: true });
const updateStrength = view.strengthChoice(byId('strength'), (strength) => {
  change({ ...settings, strength }, t('said_strength', t(`strength_${strength}`)));
});

byId('everywhere').addEventListener('change', async () => {
  const on = byId('everywhere').checked;
  // The browsers want the gesture: ask before anything is awaited.
  const asked = on ? store.request(store.everyOrigin()) : null;
  const before = settings;
  await change({ ...settings, everywhere: on }, t(on ? 'said_everywhere' : 'said_not_everywhere'));
  if (asked && !(await asked)) {
    settings = before;
    await store.save(before);
    await render();
    toast(t('said_refused'));
  }
  await store.sync();
  await render();
});

/** What is chosen and needs a permission. */
const wanted = () => (settings.everywhere ? store.everyOrigin()
  : Object.keys(settings.sites).filter((h) => settings.sites[h] === 'always').flatMap(store.originsOf));

byId('grant').addEventListener('click', async () => {
  await store.request(wanted());
  await store.sync();
  await render();
});

/** @param {string} host */
function siteRow(host) {
  const rule = el('select', {
    'aria-label': t('rule_for', host),
    onchange: async () => {
      const mode = rule.value === 'off' ? 'off' : 'always';
      if (mode === 'always') store.request(store.originsOf(host)).then(render);
      await change(store.withSite(settings, host, mode), t(`said_site_${mode}`, host));
    },
  }, el('option', { value: 'always' }, t('rule_always')), el('option', { value: 'off' }, t('rule_off')));
  rule.value = settings.sites[host];
  return el('li', { 'data-host': host }, el('span', { class: 'grow' }, host), rule, el('button', {
    type: 'button', 'aria-label': t('remove_site', host),
    onclick: async () => {
      await change(store.withSite(settings, host, null), t('said_removed', host));
      // The button that had the focus is gone.
      byId('undo').focus();
    },
  }, t('remove')));
}

/** The rows as they stand, so that a row in use is not made anew under the reader's hand. */
let shownSites = '';

async function render() {
  updateKinds(settings, null);
  updateStrength(settings.strength);
  byId('everywhere').checked = settings.everywhere;
  const hosts = Object.keys(settings.sites).sort();
  const rows = JSON.stringify(hosts.map((h) => [h, settings.sites[h]]));
  if (rows !== shownSites) {
    shownSites = rows;
    const used = document.activeElement?.closest('[data-host]')?.getAttribute('data-host');
    byId('sites').replaceChildren(...hosts.map(siteRow));
    if (used) /** @type {any} */ ([...byId('sites').children].find((li) => li.getAttribute('data-host') === used))?.querySelector('select').focus();
  }
  byId('sites-none').hidden = hosts.length > 0;
  const need = wanted();
  byId('grant-notice').hidden = need.length === 0 || await store.granted(need);
}

byId('add').addEventListener('submit', async (/** @type {Event} */ event) => {
  event.preventDefault();
  const typed = byId('add-host').value.trim().toLowerCase();
  let host = typed;
  // A whole address is understood too.
  try { if (typed.includes('/')) host = new URL(typed.includes('://') ? typed : `https:${'//'}${typed}`).hostname; } catch { /* the check says so */ }
  const mode = byId('add-rule').value === 'off' ? 'off' : 'always';
  const bad = store.check({ version: 1, sites: { [host]: mode } }).faults.length > 0;
  byId('add-fault').textContent = bad ? t('add_bad', typed) : '';
  byId('add-host').setAttribute('aria-invalid', String(bad));
  if (bad) { byId('add-host').focus(); return; }
  if (mode === 'always') store.request(store.originsOf(host)).then(() => store.sync()).then(render);
  byId('add-host').value = '';
  await change(store.withSite(settings, host, mode), t(`said_site_${mode}`, host));
});

byId('export').addEventListener('click', () => {
  const url = URL.createObjectURL(new Blob([store.exportText(settings)], { type: 'application/json' }));
  el('a', { href: url, download: 'saidby-settings.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
});

byId('import').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', async () => {
  const [file] = byId('file').files;
  byId('file').value = '';
  if (!file) return;
  /** @type {string[]} */
  let faults = [];
  let next = settings;
  if (file.size > MAX_IMPORT) faults = [t('import_big')];
  else {
    try {
      const read = store.check(JSON.parse(await file.text()));
      next = read.settings;
      faults = read.faults.map(([key, about]) => t(key, about.slice(0, 80)));
    } catch (e) {
      faults = [t('import_no_json', e instanceof Error ? e.message : String(e))];
    }
  }
  byId('faults').replaceChildren(...(faults.length
    ? [el('div', { class: 'notice fault' }, el('p', {}, el('strong', {}, t('import_bad'))), el('ul', {}, ...faults.slice(0, 20).map((f) => el('li', {}, f))))] : []));
  if (!faults.length) await change(next, t('import_done'));
});

byId('reset').addEventListener('click', () => change(store.defaults(), t('said_reset')));

settings = await store.load();
store.watch((next) => { settings = next; render(); });
await render();
