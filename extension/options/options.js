// The options page: everything that can be set, in one place. Every change can be taken back.

import { api, byId, el, localise, t } from '../shared/dom.js';
import { keeper } from '../shared/keeper.js';
import { everyOrigin, granted, originsOf, request, sync, wanted } from '../shared/permissions.js';
import * as store from '../shared/settings.js';
import * as view from '../shared/view.js';

const settings = keeper(render);

localise();
document.title = t('options_title');

const updateKinds = view.kindSwitches(byId('kinds'), (keys, on, name) => {
  settings.change(store.withKinds(settings.now, keys, on), t(on ? 'said_on' : 'said_off', name));
}, { counts: false, explained: true });
const updateStrength = view.strengthChoice(byId('strength'), (strength) => {
  settings.change({ ...settings.now, strength }, t('said_strength', t(`strength_${strength}`)));
});

byId('everywhere').addEventListener('change', async () => {
  const everywhere = byId('everywhere').checked;
  const next = { ...settings.now, everywhere };
  if (everywhere) await settings.allowed(next, t('said_everywhere'), everyOrigin());
  else await settings.change(next, t('said_not_everywhere'));
});

/** What is chosen and needs a permission; that of every page includes the sites'. */
const needed = () => (settings.now.everywhere ? everyOrigin() : wanted(settings.now));

byId('grant').addEventListener('click', async () => {
  await request(needed());
  await sync();
  await render();
});

/** @param {string} host @param {'off'|'always'} mode */
async function setSite(host, mode) {
  const next = store.withSite(settings.now, host, mode);
  const said = t(`said_site_${mode}`, host);
  if (mode === 'always') await settings.allowed(next, said, originsOf(host));
  else await settings.change(next, said);
}

/** @param {string} host */
function siteRow(host) {
  const rule = el('select', {
    'aria-label': t('rule_for', host),
    onchange: () => setSite(host, rule.value === 'off' ? 'off' : 'always'),
  }, el('option', { value: 'always' }, t('rule_always')), el('option', { value: 'off' }, t('rule_off')));
  rule.value = settings.now.sites[host];
  return el('li', { 'data-host': host }, el('span', { class: 'grow' }, host), rule, el('button', {
    type: 'button', 'aria-label': t('remove_site', host),
    onclick: async () => {
      await settings.change(store.withSite(settings.now, host, null), t('said_removed', host));
      // The button that had the focus is gone, and the way back is there.
      byId('undo').focus();
    },
  }, t('remove')));
}

/** The rows as they stand, so that a row in use is not made anew under the reader's hand. */
let shownSites = '';

async function render() {
  updateKinds(settings.now, null);
  updateStrength(settings.now.strength);
  byId('everywhere').checked = settings.now.everywhere;
  const hosts = Object.keys(settings.now.sites).sort();
  const rows = JSON.stringify(hosts.map((h) => [h, settings.now.sites[h]]));
  if (rows !== shownSites) {
    shownSites = rows;
    const used = document.activeElement?.closest('[data-host]')?.getAttribute('data-host');
    byId('sites').replaceChildren(...hosts.map(siteRow));
    if (used) /** @type {any} */ ([...byId('sites').children].find((li) => li.getAttribute('data-host') === used))?.querySelector('select').focus();
  }
  byId('sites-none').hidden = hosts.length > 0;
  const need = needed();
  byId('grant-notice').hidden = need.length === 0 || await granted(need);
}

byId('add').addEventListener('submit', async (/** @type {Event} */ event) => {
  event.preventDefault();
  const typed = byId('add-host').value.trim();
  const host = store.hostOf(typed);
  const mode = byId('add-rule').value === 'off' ? 'off' : 'always';
  byId('add-fault').textContent = host === null ? t('add_bad', typed) : '';
  byId('add-host').setAttribute('aria-invalid', String(host === null));
  if (host === null) { byId('add-host').focus(); return; }
  byId('add-host').value = '';
  await setSite(host, mode);
});

byId('export').addEventListener('click', () => {
  const url = URL.createObjectURL(new Blob([store.exportText(settings.now)], { type: 'application/json' }));
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
  let next = settings.now;
  if (file.size > store.MAX_IMPORT) faults = [t('import_big')];
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
  if (!faults.length) await settings.change(next, t('import_done'));
});

byId('reset').addEventListener('click', () => settings.change(store.defaults(), t('said_reset')));

// The browser's own pages give and take access too.
for (const event of [api.permissions.onAdded, api.permissions.onRemoved]) event.addListener(render);
await settings.start();
await render();
