// The popup: opening it is the click that lets the extension read this tab. It shows what was found and writes settings;
// the tabs follow the settings by themselves.

import { api, byId, count, el, localise, t, toast } from '../shared/dom.js';
import * as store from '../shared/store.js';
import { activate, ask, findTab, onChange, place, tell } from '../shared/summary.js';
import * as view from '../shared/view.js';

/** @type {store.Settings} */
let settings = store.defaults();
/** @type {import('../shared/summary.js').Summary & {why?: string}} */
let summary = { status: 'working' };
/** @type {{id: number, url: string|undefined}|null} */
let tab = null;
/** @type {string|null} */
let host = null;
let allowedHere = true;
let allowedEverywhere = true;

/**
 * Writes settings and offers the way back.
 * @param {store.Settings} next
 * @param {string} said
 */
async function change(next, said) {
  const before = settings;
  settings = next;
  render();
  await store.save(next);
  toast(said, async () => {
    settings = before;
    render();
    await store.save(before);
    await store.sync();
  });
}

const updateKinds = view.kindSwitches(byId('kinds'), (keys, on, name) => {
  change(store.withKinds(settings, keys, on), t(on ? 'said_on' : 'said_off', name));
}, { counts: true, explained: false });

const updateStrength = view.strengthChoice(byId('strength'), (strength) => {
  change({ ...settings, strength }, t('said_strength', t(`strength_${strength}`)));
});

const updateSite = view.choice(byId('site'), 'site', t('site_legend'), [['click', t('site_click')], ['always', t('site_always')], ['off', t('site_off')]], async (mode) => {
  if (!host) return;
  const site = host;
  // The browsers want the gesture: ask before anything is awaited.
  const asked = mode === 'always' ? store.request(store.originsOf(site)) : null;
  const before = settings;
  await change(store.withSite(settings, site, mode === 'off' || mode === 'always' ? mode : null), t(`said_site_${mode}`, site));
  if (asked && !(await asked)) {
    settings = before;
    await store.save(before);
    toast(t('said_refused'));
  }
  await store.sync();
  await permissions();
  if (mode !== 'off') await start();
  render();
});
const siteNote = el('p', { class: 'soft' });
const everywhere = el('input', { type: 'checkbox', role: 'switch', class: 'switch', id: 'everywhere', 'aria-describedby': 'everywhere-note', onchange: () => setEverywhere(everywhere.checked) });
const grant = el('button', { type: 'button', id: 'grant', onclick: () => allow() }, t('grant'));
const grantNotice = el('div', { class: 'notice', hidden: true }, el('p', {}, t('grant_needed')), el('div', { class: 'buttons' }, grant));
byId('site').append(siteNote,
  el('label', { class: 'row' }, everywhere, el('span', { class: 'grow' }, t('everywhere'))),
  el('p', { class: 'soft', id: 'everywhere-note' }, t('everywhere_note')), grantNotice);

/** @param {boolean} on */
async function setEverywhere(on) {
  const asked = on ? store.request(store.everyOrigin()) : null;
  const before = settings;
  await change({ ...settings, everywhere: on }, t(on ? 'said_everywhere' : 'said_not_everywhere'));
  if (asked && !(await asked)) {
    settings = before;
    await store.save(before);
    toast(t('said_refused'));
  }
  await store.sync();
  await permissions();
  render();
}

async function allow() {
  await store.request(settings.everywhere ? store.everyOrigin() : store.originsOf(host ?? ''));
  await store.sync();
  await permissions();
  render();
}

async function permissions() {
  allowedEverywhere = await store.granted(store.everyOrigin());
  allowedHere = allowedEverywhere || (host !== null && await store.granted(store.originsOf(host)));
}

function render() {
  const mode = (host && settings.sites[host]) || 'click';
  updateSite(mode, !host);
  siteNote.textContent = !host ? t('site_none') : t(mode === 'click' && settings.everywhere ? 'site_click_everywhere' : `site_${mode}_note`, host);
  everywhere.checked = settings.everywhere;
  grantNotice.hidden = !((settings.everywhere && !allowedEverywhere) || (mode === 'always' && !allowedHere));
  updateStrength(settings.strength);
  const report = summary.report;
  const counts = summary.counts?.[settings.strength] ?? null;
  updateKinds(settings, counts);

  const found = (summary.status === 'done' || summary.status === 'nothing') && report;
  byId('found').hidden = !found;
  byId('sentences').hidden = !found;
  byId('copy').hidden = !found;
  const box = view.notice(summary, host, { retry, show, siteOff: host !== null && settings.sites[host] === 'off' });
  const total = counts && summary.status === 'done'
    ? el('p', { class: 'soft' }, count('total', view.sum(counts, store.categories.map((c) => c.key).filter((k) => store.isOn(settings, k))))) : null;
  // A live region speaks when its words change; the same words are left alone.
  const next = [total, box].filter((n) => n !== null);
  const status = byId('status');
  if (status.textContent !== next.map((n) => n.textContent).join('')) status.replaceChildren(...next);
  if (!found) return;
  byId('card').replaceChildren(view.card(report));
  byId('bar').replaceChildren(view.bar(report.statistics));
  byId('speakers').replaceChildren(view.speakers(report.statistics));
}

/** Asks until the content script has an answer; `summary-changed` comes on top for what changes later. */
async function refresh() {
  if (!tab) return;
  summary = await ask(tab.id);
  render();
  if (summary.status === 'working') setTimeout(refresh, 250);
}

async function start() {
  if (!tab) return;
  summary = await ask(tab.id);
  if (summary.status !== 'absent') return refresh();
  if (host && settings.sites[host] === 'off') {
    summary = { status: 'off' };
    return render();
  }
  summary = { status: 'working' };
  render();
  const why = await activate(tab.id);
  if (why !== null) summary = { status: 'absent', why };
  else return refresh();
  render();
}

async function retry() {
  if (!tab) return;
  if (summary.status === 'absent') return start();
  summary = { status: 'working' };
  render();
  try { await tell(tab.id, { type: 'retry' }); } catch { /* refresh says so */ }
  await refresh();
}

/** Brings back marks that were hidden in this tab. */
async function show() {
  if (!tab) return;
  await activate(tab.id);
  await refresh();
}

byId('options').addEventListener('click', () => api.runtime.openOptionsPage());
byId('panel').addEventListener('click', async () => {
  // Firefox opens its sidebar from the click alone; Chromium wants the tab or window it is for.
  if (api.sidebarAction?.open) await api.sidebarAction.open();
  else if (tab) await api.sidePanel.open({ tabId: tab.id });
  if (!new URLSearchParams(location.search).has('tab')) window.close();
});
byId('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(JSON.stringify(summary.report, null, 2));
    toast(t('said_copied'));
  } catch {
    toast(t('said_not_copied'));
  }
});

localise();
settings = await store.load();
store.watch((next) => { settings = next; render(); });
tab = await findTab();
const where = place(tab?.url);
host = where.closed ? null : where.host;
byId('host').textContent = where.host ?? '';
await permissions();
if (!tab || where.closed) {
  summary = { status: 'restricted', why: where.closed ?? 'browser' };
  render();
} else {
  onChange((id) => { if (id === undefined || id === tab?.id) refresh(); });
  await start();
}
