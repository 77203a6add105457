// The few helpers the extension's own pages share: messages of the locale, and elements made without HTML strings.

/** The extension API under the name both browsers' promises are found by. @type {any} */
export const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

/**
 * A message of the locale, with `$1` … filled in; empty where there is none.
 * @param {string} key
 * @param {...(string|number)} values
 * @returns {string}
 */
export function t(key, ...values) {
  return api.i18n.getMessage(key, values.map(String)) || '';
}

/**
 * A message that has a form for one and a form for many.
 * @param {string} key
 * @param {number} n
 * @returns {string}
 */
export function count(key, n) {
  return t(n === 1 ? `${key}_one` : `${key}_many`, n.toLocaleString());
}

/**
 * Fills in the page's own words: `data-i18n` is the text, `data-i18n-label` the accessible name.
 * @param {ParentNode} [root]
 */
export function localise(root = document) {
  for (const node of root.querySelectorAll('[data-i18n]')) node.textContent = t(node.getAttribute('data-i18n') ?? '');
  for (const node of root.querySelectorAll('[data-i18n-label]')) {
    const text = t(node.getAttribute('data-i18n-label') ?? '');
    node.setAttribute('aria-label', text);
    if (node.matches('button, a')) node.setAttribute('title', text);
  }
  const lang = api.i18n.getUILanguage?.();
  if (root === document && t('@@ui_locale') !== '' && lang) document.documentElement.lang = t('ui_language') || 'en';
}

/**
 * An element. A property that starts with `on` is a listener; `class`, `data-*`, `aria-*` and `role` are attributes.
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {any}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class' || name === 'role' || name === 'for' || name.includes('-')) node.setAttribute(name, String(value));
    else /** @type {any} */ (node)[name] = value;
  }
  node.append(...children.filter((c) => c !== null && c !== undefined && c !== false).map((c) => /** @type {Node|string} */ (c)));
  return node;
}

/**
 * The element with this id, which the page has.
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no element #${id}`);
  return node;
}

/**
 * A date as a reader of this locale writes it; `null` where it is no date. Years and months stay years and months.
 * @param {string|null|undefined} value
 * @returns {string|null}
 */
export function shownDate(value) {
  if (!value) return null;
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T\S+)?/.exec(value);
  if (!parts) return value;
  const [, year, month, day, time] = parts;
  if (!month) return year;
  const local = new Date(Number(year), Number(month) - 1, Number(day ?? 1));
  if (Number.isNaN(local.getTime())) return value;
  /** @type {Intl.DateTimeFormatOptions} */
  const style = day ? { dateStyle: 'medium' } : { year: 'numeric', month: 'long' };
  const date = new Intl.DateTimeFormat(undefined, style).format(local);
  const clock = /^T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(time ?? '');
  if (!clock || clock[1] === '00:00') return date;
  return `${date}, ${clock[1]}${clock[2] ? ` ${clock[2] === 'Z' ? 'UTC' : `UTC${clock[2]}`}` : ''}`;
}

/** How old a source may be, in years, before its statement is shown with a warning. */
export const STALE_YEARS = 3;

/**
 * Whether a source is so old that what it says may have changed.
 * @param {string} date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @param {Date} [now]
 */
export function stale(date, now = new Date()) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  if (!parts) return true;
  const limit = new Date(Number(parts[1]) + STALE_YEARS, Number(parts[2] ?? 12) - 1, Number(parts[3] ?? 28));
  return now > limit;
}

/**
 * A page's own words among ours: whatever script they are in, they order neither the words beside them nor themselves by
 * those.
 * @param {string} words
 * @returns {HTMLElement}
 */
export const quoted = (words) => el('bdi', {}, words);

/** What a control stands for when it is made anew. @param {Element|null} node */
const identity = (node) => node?.getAttribute('data-of') ?? node?.localName;

/**
 * Puts new content into a place and leaves the reader where they were: on the control for the same thing (`data-of`, or
 * the only summary), with the list open that they opened.
 * @param {HTMLElement} place
 * @param {...Node} nodes
 */
export function renew(place, ...nodes) {
  const used = place.contains(document.activeElement) ? identity(document.activeElement) : undefined;
  const open = place.querySelector('details')?.open ?? false;
  place.replaceChildren(...nodes);
  const details = place.querySelector('details');
  if (details) details.open = open;
  const again = used && [...place.querySelectorAll('button, summary')].find((n) => identity(n) === used);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** @type {ReturnType<typeof setTimeout>|undefined} */
let leaving;

function close() {
  const place = byId('toast');
  place.removeEventListener('focusout', close);
  place.replaceChildren();
  place.classList.remove('shown');
}

/**
 * Says what was changed, with a way back. One at a time: the last change is the one undone.
 * @param {string} text
 * @param {(() => void)} [undo]
 */
export function toast(text, undo) {
  const place = byId('toast');
  clearTimeout(leaving);
  close();
  place.append(el('span', {}, text));
  if (undo) place.append(el('button', { type: 'button', class: 'link', id: 'undo', onclick: () => { close(); undo(); } }, t('undo')));
  place.classList.add('shown');
  leaving = setTimeout(() => {
    if (place.contains(document.activeElement)) place.addEventListener('focusout', close);
    else close();
  }, 12_000);
}
