// The parts that popup, side panel, options and welcome have in common: switches with their swatches, the choice of
// strength, the card for outlet and author, the bar, who is quoted, and what a state of the page means.

import { count, el, quoted, shownDate, stale, t } from './dom.js';
import { GROUPS, categories, isOn } from './settings.js';

/** @typedef {import('./settings.js').Settings} Settings */

/** @param {{key: string, label: string}} c */
export const labelOf = (c) => t(`category_${c.key.replaceAll('-', '_')}_label`) || c.label;

/** @param {{key: string, description: string}} c */
export const descriptionOf = (c) => t(`category_${c.key.replaceAll('-', '_')}_description`) || c.description;

/**
 * A sample of the mark as it is painted.
 * @param {{light: string, dark: string, underline: string}} c
 */
export function swatch(c) {
  const node = el('span', { class: `swatch ${c.underline}`, 'aria-hidden': 'true' }, 'abc');
  node.style.setProperty('--light', c.light);
  node.style.setProperty('--dark', c.dark);
  return node;
}

/**
 * A switch for each group and kind, made once and brought up to date after.
 * @param {HTMLElement} place
 * @param {(keys: string[], on: boolean, name: string) => void} change
 * @param {{counts: boolean, explained: boolean}} how whether counts stand beside the kinds; whether explanations are open
 * @returns {(settings: Settings, counts: Record<string, number>|null) => void}
 */
export function kindSwitches(place, change, how) {
  /** @type {Array<(settings: Settings, counts: Record<string, number>|null) => void>} */
  const updates = [];
  for (const group of GROUPS) {
    const rows = categories.filter((c) => c.group === group);
    const keys = rows.map((c) => c.key);
    const name = t(`group_${group}`);
    // No role of a switch: that has no state between on and off to announce.
    const all = el('input', { type: 'checkbox', class: 'switch', id: `group-${group}`, onchange: () => change(keys, all.checked, name) });
    const total = el('span', { class: 'number' });
    const list = el('ul', { class: 'kinds' });
    // The popup keeps the longest and least asked-for group folded.
    const fold = !how.explained && group === 'provenance' ? el('details', {}, el('summary', {}, t('group_kinds', rows.length)), list) : list;
    place.append(el('div', { class: 'group', role: 'group', 'aria-labelledby': `group-${group}-name` },
      el('div', { class: 'head row' }, el('label', {}, all, el('span', { class: 'grow', id: `group-${group}-name` }, name), total)),
      el('p', { class: 'soft' }, t(`group_${group}_description`)),
      fold));
    for (const c of rows) {
      const label = labelOf(c);
      const box = el('input', { type: 'checkbox', role: 'switch', class: 'switch', id: `kind-${c.key}`, 'aria-describedby': `explain-${c.key}`, onchange: () => change([c.key], box.checked, label) });
      const number = el('span', { class: 'number' });
      const explain = el('p', { class: 'explain soft', id: `explain-${c.key}`, hidden: !how.explained }, descriptionOf(c));
      const more = how.explained ? null : el('button', {
        type: 'button', class: 'quiet', 'aria-expanded': 'false', 'aria-controls': explain.id, 'aria-label': t('explain', label),
        onclick: () => { explain.hidden = !explain.hidden; more.setAttribute('aria-expanded', String(!explain.hidden)); },
      }, '?');
      const item = el('li', { class: 'kind' }, el('div', { class: 'row' }, el('label', {}, box, swatch(c), el('span', { class: 'grow' }, label), number), more), explain);
      list.append(item);
      updates.push((settings, counts) => {
        box.checked = isOn(settings, c.key);
        const n = counts?.[c.key] ?? 0;
        number.textContent = how.counts && counts ? n.toLocaleString() : '';
        item.classList.toggle('none', how.counts && counts !== null && n === 0);
      });
    }
    updates.push((settings, counts) => {
      const on = keys.filter((k) => isOn(settings, k)).length;
      all.checked = on === keys.length;
      all.indeterminate = on > 0 && on < keys.length;
      total.textContent = how.counts && counts ? sum(counts, keys).toLocaleString() : '';
    });
  }
  return (settings, counts) => updates.forEach((u) => u(settings, counts));
}

/**
 * How many marks of these kinds there are. An anonymous source is part of a quotation that is counted already, unless
 * no kind of quotation is among them.
 * @param {Record<string, number>} counts
 * @param {string[]} keys
 */
export function sum(counts, keys) {
  const quoted = ['direct', 'mixed', 'indirect'].some((k) => keys.includes(k));
  return keys.reduce((n, k) => n + (quoted && k === 'anonymous-source' ? 0 : counts[k] ?? 0), 0);
}

/**
 * A choice among a few, as radio buttons.
 * @param {HTMLElement} place
 * @param {string} name
 * @param {string} legend
 * @param {Array<[string, string]>} options value and label
 * @param {(value: string) => void} change
 * @returns {(value: string, disabled?: boolean) => void}
 */
export function choice(place, name, legend, options, change) {
  const inputs = options.map(([value]) => el('input', { type: 'radio', name, value, id: `${name}-${value}`, onchange: () => change(value) }));
  const box = el('div', { class: 'choice' }, ...inputs.map((input, i) => el('label', {}, input, options[i][1])));
  place.append(el('fieldset', {}, el('legend', { class: 'visually-hidden' }, legend), box));
  return (value, disabled = false) => {
    for (const input of inputs) { input.checked = input.value === value; input.disabled = disabled; }
  };
}

/**
 * The choice of strength, with what it means.
 * @param {HTMLElement} place
 * @param {(value: 'all'|'strong') => void} change
 * @returns {(value: string) => void}
 */
export function strengthChoice(place, change) {
  const set = choice(place, 'strength', t('strength_title'), [['all', t('strength_all')], ['strong', t('strength_strong')]], (v) => change(v === 'strong' ? 'strong' : 'all'));
  const note = el('p', { class: 'soft' });
  place.append(note);
  return (value) => { set(value); note.textContent = t(`strength_${value}_description`); };
}

const missing = () => el('span', { class: 'missing' }, t('page_silent'));

/** @param {any} fact */
function sourced(fact) {
  const date = shownDate(fact.date);
  return el('div', { class: 'sourced' }, el('p', {}, fact.statement),
    el('p', { class: 'soft' }, date ? t('fact_source_date', fact.source, date) : t('fact_source', fact.source),
      stale(fact.date) && el('span', { class: 'stale' }, ` · ${t('fact_stale')}`)));
}

/**
 * The card for outlet and author. Where the page says nothing, so does the card.
 * @param {any} report
 * @returns {HTMLElement}
 */
export function card(report) {
  const marks = (/** @type {string} */ kind) => [...new Set((report.provenance ?? []).filter((/** @type {any} */ p) => p.kind === kind && p.value).map((/** @type {any} */ p) => p.value))];
  const list = el('dl', { class: 'facts' });
  /** @param {string} key @param {Array<string|Node>} values */
  const row = (key, values) => list.append(el('dt', {}, t(key)), ...(values.length ? values : [missing()]).map((v) => el('dd', {}, typeof v === 'string' ? quoted(v) : v)));

  const outlet = report.outlet;
  row('card_outlet', outlet?.name ? [el('div', {}, quoted(outlet.name), outlet.country && `, ${outlet.country}`)] : []);
  const facts = (outlet?.facts ?? []).map(sourced);
  const owner = [outlet?.owner, outlet?.kind].filter(Boolean);
  if (facts.length || owner.length) row('card_owner', [el('div', {}, owner.join(' · '), ...facts)]);
  else list.append(el('dt', {}, t('card_owner')), el('dd', { class: 'missing' }, t('no_fact')));
  const sponsored = marks('sponsored');
  row('card_kind', [...sponsored, ...(report.section ? [report.section] : marks('section'))]);
  const authors = report.authors ?? [];
  row('card_author', authors.map((/** @type {any} */ a) => el('div', {}, quoted(a.name), el('div', { class: 'soft' }, a.affiliation ? quoted(a.affiliation) : t('affiliation_silent')))));
  const notes = marks('author-affiliation').filter((v) => !authors.some((/** @type {any} */ a) => a.affiliation === v));
  if (notes.length) row('card_affiliation', notes);
  for (const i of report.institutes ?? []) row('card_institute', [el('div', {}, i.name, ...(i.facts ?? []).map(sourced))]);
  row('card_published', [shownDate(report.published)].filter((v) => v !== null));
  row('card_modified', [shownDate(report.modified)].filter((v) => v !== null));
  row('card_agency', marks('wire-credit'));
  row('card_correction', marks('correction'));
  row('card_disclosure', marks('disclosure'));
  return list;
}

/**
 * Sentences by who vouches for them. Numbers and no verdict.
 * @param {any} statistics
 * @returns {HTMLElement}
 */
export function bar(statistics) {
  const parts = /** @type {const} */ (['attributed', 'unattributed', 'plain']);
  const line = el('div', { class: 'bar', 'aria-hidden': 'true' });
  const legend = el('ul', { class: 'legend' });
  for (const part of parts) {
    const n = statistics?.[part] ?? 0;
    if (n > 0) {
      const span = el('span', { class: `${part}-part` });
      span.style.flexGrow = String(n);
      line.append(span);
    }
    legend.append(el('li', {}, el('i', { class: `${part}-part`, 'aria-hidden': 'true' }), `${t(`bar_${part}`)}: `, el('strong', {}, n.toLocaleString())));
  }
  return el('div', {}, line, legend, el('p', { class: 'soft' }, `${count('bar_sentences', statistics?.sentences ?? 0)} ${t('bar_note')}`));
}

/** @param {string} kind */
const speakerTag = (kind) => t(`speaker_${kind}`);

/**
 * The name to show for a speaker.
 * @param {any} speaker
 */
export const speakerName = (speaker) => speaker?.name || (speaker?.kind === 'anonymous' ? t('speaker_anonymous') : speaker?.role || t('speaker_nobody'));

/**
 * Whether a report says that its text is in a language in which no claims are looked for.
 * @param {any} report
 * @returns {boolean}
 */
export const elsewhere = (report) => (report?.notes ?? []).some((/** @type {any} */ n) => n.key.startsWith('language'));

/**
 * Who is quoted and how often.
 * @param {any} statistics
 * @returns {HTMLElement}
 */
export function speakers(statistics) {
  const sources = statistics?.sources ?? [];
  if (!sources.length) return el('p', { class: 'missing' }, t('speakers_none'));
  const times = (/** @type {(s: any) => boolean} */ f) => sources.filter(f).reduce((/** @type {number} */ n, /** @type {any} */ s) => n + s.quotations, 0);
  const anonymous = times((s) => s.speaker.kind === 'anonymous');
  const named = times((s) => ['person', 'organisation', 'document'].includes(s.speaker.kind));
  const all = times(() => true);
  const rows = sources.map((/** @type {any} */ s) => el('li', { class: 'row' },
    el('div', { class: 'grow' }, quoted(speakerName(s.speaker)), s.speaker.role && s.speaker.name && el('div', { class: 'soft' }, quoted(s.speaker.role))),
    s.speaker.kind !== 'person' && el('span', { class: 'tag' }, speakerTag(s.speaker.kind)),
    el('span', { class: 'number' }, el('span', { 'aria-hidden': 'true' }, `${s.quotations}×`), el('span', { class: 'visually-hidden' }, count('quotations', s.quotations)))));
  const shown = 6;
  return el('div', {}, el('p', { class: 'soft' }, t('speakers_sum', named, anonymous, all - named - anonymous)),
    el('ul', { class: 'speakers' }, ...rows.slice(0, shown)),
    rows.length > shown && el('details', {}, el('summary', {}, count('speakers_more', rows.length - shown)), el('ul', { class: 'speakers' }, ...rows.slice(shown))));
}

/**
 * What a state of the page means, in words, with what can be done about it.
 * @param {import('./summary.js').Summary & {why?: string}} summary
 * @param {string|null} host
 * @param {{retry: () => void, show: () => void, siteOff: boolean}} actions
 * @returns {HTMLElement|null}
 */
export function notice(summary, host, actions) {
  const retry = () => el('div', { class: 'buttons' }, el('button', { type: 'button', id: 'retry', onclick: actions.retry }, t('retry')));
  /** @param {string} title @param {Array<Node|string|false>} rest @param {string} [kind] */
  const box = (title, rest, kind = '') => el('div', { class: `notice ${kind}`, 'data-status': summary.status },
    el('p', {}, el('strong', {}, title)), ...rest.filter(Boolean).map((r) => (typeof r === 'string' ? el('p', {}, r) : r)));
  const notes = (summary.report?.notes ?? []).map((/** @type {any} */ n) => t(`note_${n.key.replaceAll('-', '_')}`) || n.message);
  switch (summary.status) {
    case 'working': return box(t('status_working'), []);
    case 'off': return actions.siteOff === false
      ? box(t('status_paused'), [t('status_paused_detail'), el('div', { class: 'buttons' }, el('button', { type: 'button', id: 'show', onclick: actions.show }, t('show_marks')))])
      : box(t('status_off'), [host ? t('status_off_site', host) : '']);
    case 'restricted': return box(t('status_restricted'), [t(`restricted_${summary.why}`)]);
    // Without a refusal, nobody has tried yet.
    case 'absent': return summary.why === undefined ? box(t('status_unread'), [t('status_unread_detail')])
      : box(t('status_absent'), [t('status_absent_detail'), summary.why, retry()], 'fault');
    case 'failed': return box(t('status_failed'), [(summary.error && t(`error_${summary.error.key.replaceAll('-', '_')}`)) || summary.error?.message || t('error_unknown'),
      summary.error?.key === 'core' && el('p', { class: 'soft' }, summary.error.message), retry()], 'fault');
    case 'nothing': return box(t('status_nothing'), notes.length ? notes : [t('nothing_plain')]);
    default: return notes.length ? box(t('status_limits'), notes) : null;
  }
}
