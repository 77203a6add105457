// The welcome page: a text of our own, read by the same core as any page and painted the same way, and the one question
// that has to be asked: when may Saidby read a page?

import { api, byId, el, localise, renew, t } from '../shared/dom.js';
import { keeper } from '../shared/keeper.js';
import { everyOrigin } from '../shared/permissions.js';
import * as store from '../shared/settings.js';
import * as view from '../shared/view.js';

const PARAGRAPHS = 4;
const settings = keeper(render);
/** @type {{report: any, marks: Array<{kind: string, part: string, of: string, block: number, start: number, end: number, strong: boolean}>}|null} */
let read = null;
const dark = matchMedia('(prefers-color-scheme: dark)');
const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => el('p', {}, t(`demo_${i + 1}`)));

/** @param {{block: number, start: number, end: number}} mark */
function rangeOf(mark) {
  const text = paragraphs[mark.block]?.firstChild;
  if (!text || mark.end > text.data.length) return null;
  const range = new Range();
  range.setStart(text, mark.start);
  range.setEnd(text, mark.end);
  return range;
}

/** What is chosen in the list. */
let chosen = '';

function paint() {
  const highlights = /** @type {any} */ (CSS).highlights;
  if (!highlights || !read) return;
  highlights.clear();
  const shown = read.marks.filter((m) => store.isOn(settings.now, m.kind) && (settings.now.strength === 'all' || m.strong));
  for (const c of store.categories) {
    const ranges = shown.filter((m) => m.kind === c.key).map(rangeOf).filter((r) => r !== null);
    if (ranges.length) highlights.set(`saidby-${c.key}${dark.matches ? '-dark' : ''}`, new Highlight(.../** @type {Range[]} */ (ranges)));
  }
  const picked = shown.filter((m) => m.of === chosen).map(rangeOf).filter((r) => r !== null);
  if (picked.length) {
    const top = new Highlight(.../** @type {Range[]} */ (picked));
    top.priority = 1;
    highlights.set('chosen', top);
  }
  const ids = [...new Set(shown.map((m) => m.of))];
  const items = ids.map((id) => item(id, shown.filter((m) => m.of === id))).filter((n) => n !== null);
  renew(byId('found'), .../** @type {Node[]} */ (items));
  byId('state').textContent = items.length ? '' : t('demo_none');
}

/**
 * @param {string} id
 * @param {Array<{kind: string, part: string, block: number, start: number, end: number}>} marks
 */
function item(id, marks) {
  const found = [...(read?.report.quotations ?? []), ...(read?.report.assertions ?? [])].find((x) => x.id === id);
  const main = marks.find((m) => m.part === 'content' || m.part === 'whole') ?? marks[0];
  const category = store.categories.find((c) => c.key === main.kind);
  if (!found || !category) return null;
  const words = paragraphs[main.block]?.firstChild?.data.slice(main.start, main.end) ?? '';
  const speaker = found.speaker ? `${view.speakerName(found.speaker)} · ` : '';
  return el('li', {}, el('button', {
    type: 'button', 'data-of': id, 'aria-pressed': String(chosen === id),
    onclick: () => { chosen = chosen === id ? '' : id; paint(); },
  }, el('span', { class: 'row' }, view.swatch(category), view.labelOf(category)),
  el('span', { class: 'words' }, words.length > 90 ? `${words.slice(0, 88).trimEnd()} …` : words),
  el('small', {}, `${speaker}${found.because}`)));
}

async function demonstrate() {
  byId('text').replaceChildren(...paragraphs);
  try {
    const core = await import(/** @type {any} */ ('../core/saidby.js'));
    await core.default();
    read = core.analyzeText(paragraphs.map((p) => p.textContent).join('\n\n'));
    paint();
  } catch (e) {
    byId('state').textContent = t('demo_failed', e instanceof Error ? e.message : String(e));
  }
}

/** Whether the reader has answered the question on this page. */
let answered = false;

function render() {
  byId('every').setAttribute('aria-pressed', String(settings.now.everywhere));
  byId('click').setAttribute('aria-pressed', String(answered && !settings.now.everywhere));
  byId('chosen').textContent = answered ? t(settings.now.everywhere ? 'welcome_chosen_every' : 'welcome_chosen_click') : '';
  paint();
}

byId('every').addEventListener('click', () => {
  answered = true;
  return settings.allowed({ ...settings.now, everywhere: true }, t('said_everywhere'), everyOrigin());
});
byId('click').addEventListener('click', () => {
  answered = true;
  return settings.change({ ...settings.now, everywhere: false }, t('said_not_everywhere'));
});
byId('options').addEventListener('click', () => api.runtime.openOptionsPage());
dark.addEventListener('change', paint);

localise();
document.title = t('welcome_title');
await settings.start();
render();
await demonstrate();
