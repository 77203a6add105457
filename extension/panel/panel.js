// The side panel: every quotation by its speaker, every unattributed claim by its kind; an entry leads to its words.

import { api, byId, count, el, localise, quoted, renew, t } from '../shared/dom.js';
import { keeper } from '../shared/keeper.js';
import * as store from '../shared/settings.js';
import { follower, tell } from '../shared/summary.js';
import * as view from '../shared/view.js';

/** As the core counts: marks at or above this confidence are strong. */
const STRONG = 0.7;

const settings = keeper(render);
const page = follower(render, siteOff);

/** @param {string|null} host */
function siteOff(host) {
  return host !== null && settings.now.sites[host] === 'off';
}

/** @param {any} q */
const kindOf = (q) => (q.speaker.kind === 'anonymous' ? ['anonymous-source', q.kind] : [q.kind]);

/** @param {any} item */
const strongEnough = (item) => settings.now.strength === 'all' || item.confidence >= STRONG;

/**
 * @param {any} item
 * @param {Node|null} sample
 */
function entry(item, sample) {
  const words = item.words && quoted(item.words);
  return el('li', {}, el('button', { type: 'button', class: 'entry', 'data-of': item.id, onclick: () => go(item.id) },
    sample, sample && ' ', words || item.because, words && el('small', {}, item.because)));
}

/** @param {string} of */
async function go(of) {
  let found = false;
  try { found = page.tab !== null && (await tell(page.tab.id, { type: 'goto', of }))?.found !== false; } catch { /* said below */ }
  byId('gone').textContent = found ? '' : t('panel_gone');
}

/**
 * @param {string} name
 * @param {string|null} tag
 * @param {string} sum
 * @param {Node[]} entries
 */
const bundle = (name, tag, sum, entries) => el('div', { class: 'bundle' },
  el('h3', {}, quoted(name), tag && el('span', { class: 'tag' }, quoted(tag)), el('span', { class: 'number' }, sum)), el('ul', {}, ...entries));

/** The report and settings as they are shown; the same ones are not drawn anew under the reader's hand. */
let drawn = '';

function render() {
  const { summary, host } = page;
  const report = summary.report;
  const found = summary.status === 'done' && report;
  byId('found').hidden = !found;
  byId('title').textContent = report?.title ?? '';
  const box = view.notice(summary, host, { retry: page.retry, show: page.show, siteOff: siteOff(host) });
  if (byId('status').textContent !== (box?.textContent ?? '')) byId('status').replaceChildren(...(box ? [box] : []));
  if (!found) return;
  const drawing = JSON.stringify([report, settings.now]);
  if (drawing === drawn) return;
  drawn = drawing;

  /** @type {Map<string, any[]>} */
  const bySpeaker = new Map();
  for (const q of report.quotations) {
    if (q.event !== 'speech' || !strongEnough(q) || !kindOf(q).some((k) => store.isOn(settings.now, k))) continue;
    const name = view.speakerName(q.speaker);
    bySpeaker.set(name, [...(bySpeaker.get(name) ?? []), q]);
  }
  const speakers = [...bySpeaker].sort((a, b) => b[1].length - a[1].length).map(([name, all]) => bundle(name,
    all.find((q) => q.speaker.role && q.speaker.name)?.speaker.role ?? (all[0].speaker.kind === 'anonymous' ? t('speaker_anonymous') : null),
    count('quotations', all.length),
    all.map((q) => entry(q, view.swatch(/** @type {any} */ (store.categories.find((c) => c.key === kindOf(q)[0])))))));
  renew(byId('speakers'), ...(speakers.length ? speakers : [el('p', { class: 'missing' }, t('panel_none_quotes'))]));

  const claims = store.categories.filter((c) => c.group === 'unattributed' && store.isOn(settings.now, c.key)).flatMap((c) => {
    const all = report.assertions.filter((/** @type {any} */ a) => a.kind === c.key && strongEnough(a));
    return all.length ? [bundle(view.labelOf(c), null, count('claims', all.length), all.map((/** @type {any} */ a) => entry(a, view.swatch(c))))] : [];
  });
  renew(byId('claims'), ...(claims.length ? claims : [el('p', { class: 'missing' }, t('panel_none_claims'))]));
  byId('card').replaceChildren(view.card(report));
}

async function follow() {
  byId('gone').textContent = '';
  if (await page.find()) await page.refresh();
}

localise();
document.title = t('panel_title');
await settings.start();
api.tabs.onActivated?.addListener(follow);
api.tabs.onUpdated?.addListener((/** @type {number} */ id, /** @type {any} */ what) => { if (id === page.tab?.id && (what.status === 'complete' || what.url)) follow(); });
await follow();
