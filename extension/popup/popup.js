// The popup: opening it is the click that lets the extension read this tab. It shows what was found and writes settings;
// the tabs follow the settings by themselves.

import { api, byId, count, el, localise, renew, t, toast } from '../shared/dom.js';
import { keeper } from '../shared/keeper.js';
import { everyOrigin, granted, originsOf, request, sync } from '../shared/permissions.js';
import * as store from '../shared/settings.js';
import { follower } from '../shared/summary.js';
import * as view from '../shared/view.js';

let allowedHere = true;
let allowedEverywhere = true;
const settings = keeper(render);
const page = follower(render, siteOff);

/** @param {string|null} host */
function siteOff(host) {
  return host !== null && settings.now.sites[host] === 'off';
}

const updateKinds = view.kindSwitches(byId('kinds'), (keys, on, name) => {
  settings.change(store.withKinds(settings.now, keys, on), t(on ? 'said_on' : 'said_off', name));
}, { counts: true, explained: false });

const updateStrength = view.strengthChoice(byId('strength'), (strength) => {
  settings.change({ ...settings.now, strength }, t('said_strength', t(`strength_${strength}`)));
});

const updateSite = view.choice(byId('site'), 'site', t('site_legend'), [['click', t('site_click')], ['always', t('site_always')], ['off', t('site_off')]], async (mode) => {
  const site = page.host;
  if (!site) return;
  const next = store.withSite(settings.now, site, mode === 'off' || mode === 'always' ? mode : null);
  const said = t(`said_site_${mode}`, site);
  if (mode === 'always') await settings.allowed(next, said, originsOf(site));
  else await settings.change(next, said);
  await permissions();
  if (mode !== 'off') await page.start();
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
  const next = { ...settings.now, everywhere: on };
  if (on) await settings.allowed(next, t('said_everywhere'), everyOrigin());
  else await settings.change(next, t('said_not_everywhere'));
  await permissions();
  render();
}

async function allow() {
  await request(settings.now.everywhere ? everyOrigin() : originsOf(page.host ?? ''));
  await sync();
  await permissions();
  render();
}

/** Asks what the browser allows; it may have been changed in the browser's own pages. */
async function permissions() {
  allowedEverywhere = await granted(everyOrigin());
  allowedHere = allowedEverywhere || (page.host !== null && await granted(originsOf(page.host)));
}

/** The report as it is shown; the same one is not drawn anew under the reader's hand. */
let drawn = '';

function render() {
  const { summary, host } = page;
  const now = settings.now;
  byId('host').textContent = host ?? '';
  const mode = (host && now.sites[host]) || 'click';
  updateSite(mode, !host);
  siteNote.textContent = !host ? t('site_none') : t(mode === 'click' && now.everywhere ? 'site_click_everywhere' : `site_${mode}_note`, host);
  everywhere.checked = now.everywhere;
  grantNotice.hidden = !((now.everywhere && !allowedEverywhere) || (mode === 'always' && !allowedHere));
  updateStrength(now.strength);
  const report = summary.report;
  const found = (summary.status === 'done' || summary.status === 'nothing') && report;
  const counts = (found && summary.counts?.[now.strength]) || null;
  updateKinds(now, counts);
  for (const id of ['sentences', 'quoted', 'publisher', 'copy']) byId(id).hidden = !found;
  // Where claims aren't looked for, a bar without any would say that there are none.
  if (found && (!report.statistics?.sentences || view.elsewhere(report))) byId('sentences').hidden = true;
  const box = view.notice(summary, host, { retry: page.retry, show: page.show, siteOff: siteOff(host) });
  const total = counts && summary.status === 'done'
    ? el('p', { class: 'soft' }, count('total', view.sum(counts, store.categories.map((c) => c.key).filter((k) => store.isOn(now, k))))) : null;
  // A live region speaks when its words change; the same words are left alone.
  const next = [total, box].filter((n) => n !== null);
  const status = byId('status');
  if (status.textContent !== next.map((n) => n.textContent).join('')) status.replaceChildren(...next);
  if (!found) return;
  const drawing = JSON.stringify(report);
  if (drawing === drawn) return;
  drawn = drawing;
  byId('card').replaceChildren(view.card(report));
  byId('bar').replaceChildren(view.bar(report.statistics));
  renew(byId('speakers'), view.speakers(report.statistics));
}

byId('options').addEventListener('click', () => api.runtime.openOptionsPage());
byId('panel').addEventListener('click', async () => {
  // Firefox opens its sidebar from the click alone; Chromium wants the tab or window it is for.
  if (api.sidebarAction?.open) await api.sidebarAction.open();
  else if (page.tab) await api.sidePanel.open({ tabId: page.tab.id });
  if (!new URLSearchParams(location.search).has('tab')) window.close();
});
byId('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(JSON.stringify(page.summary.report, null, 2));
    toast(t('said_copied'));
  } catch {
    toast(t('said_not_copied'));
  }
});

localise();
if (await api.tabs.getCurrent()) document.documentElement.classList.add('tab');
for (const event of [api.permissions.onAdded, api.permissions.onRemoved]) event.addListener(() => permissions().then(render));
await settings.start();
const readable = await page.find();
await permissions();
render();
if (readable) await page.start();
