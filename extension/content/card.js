// The hover card: why these words are marked. Its host is the only node we ever add, outside the body and not before the
// first card, and it stays, empty, for the next one; what is in it lies in a closed shadow root, out of reach of the page's styles and scripts. It is shown in the
// browser's top layer, so that no dialog of the page lies over it and nothing of the page makes room for it.

(() => {
  const scope = /** @type {any} */ (globalThis);
  const api = /** @type {typeof chrome} */ (scope.chrome);
  const { own } = scope.saidbyCollect;
  /** @type {Map<string, any>} */
  const CATEGORIES = new Map(scope.SAIDBY_CATEGORIES.map((/** @type {any} */ c) => [c.key, c]));
  const WIDTH = 360;
  const GAP = 8;
  /** The most annotations that one card explains. */
  const MOST = 4;
  /** How old a source may be, in years, before its statement is shown with a warning; as in the popup. */
  const STALE_YEARS = 3;
  const CSS_TEXT = `
    :host { all: initial !important; position: fixed !important; width: 0 !important; height: 0 !important; display: block !important; }
    .card { position: fixed; inset: auto; margin: 0; z-index: 2147483647; box-sizing: border-box; width: max-content; max-width: min(${WIDTH}px, calc(100vw - 16px)); max-height: 45vh; overflow: auto;
      padding: 12px 14px; border-radius: 10px; border: 1px solid #c3cad2; background: #fff; color: #1a1d21; box-shadow: 0 6px 24px #0003;
      font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; text-align: start; overflow-wrap: anywhere; opacity: 0; }
    .card.dark { background: #1f2227; color: #e9ebee; border-color: #4b535e; box-shadow: 0 6px 24px #0009; }
    section + section { margin-top: 10px; padding-top: 10px; border-top: 1px solid #8885; }
    h2 { margin: 0 0 4px; font-size: 14px; font-weight: 650; display: flex; gap: 8px; align-items: center; }
    h2 i { font: 12px/1.1 system-ui, sans-serif; padding: 1px 4px 3px; border-radius: 3px; text-decoration: underline 2px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
    p { margin: 3px 0 0; } strong { font-weight: 650; }
    .small { font-size: 12.5px; color: #555d68; } .dark .small { color: #aab2bd; }
    .fact { border-inline-start: 3px solid #8885; padding-inline-start: 9px; margin-top: 6px; }
    .stale { color: #7a4b00; } .dark .stale { color: #f0c27a; }
    @media (forced-colors: active) { .card { border: 2px solid CanvasText; } h2 i { text-decoration-color: CanvasText !important; background: none !important; } }`;

  /** @type {HTMLElement | null} */
  let host = null;
  /** @type {HTMLElement} */
  let card;
  let open = false;
  let frame = 0;

  /** @param {string} key @param {...string} values */
  const t = (key, ...values) => api.i18n.getMessage(key, values) || '';

  function make() {
    host = /** @type {HTMLElement} */ (own(document, 'createElement').call(document, 'saidby-card'));
    const root = host.attachShadow({ mode: 'closed' });
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
      root.adoptedStyleSheets.push(sheet);
    } catch {
      root.append(make1('style', CSS_TEXT));
    }
    card = make1('div', undefined, 'card');
    card.setAttribute('role', 'note');
    card.setAttribute('aria-live', 'polite');
    // The page's own direction and language would be inherited.
    card.dir = t('@@bidi_dir') || 'ltr';
    card.lang = t('ui_language') || 'en';
    card.popover = 'manual';
    root.append(card);
    own(document, 'documentElement').append(host);
  }

  /** @param {string} tag @param {string} [text] @param {string} [name] */
  function make1(tag, text, name) {
    /** @type {HTMLElement} */
    const el = own(document, 'createElement').call(document, tag);
    if (text !== undefined) el.textContent = text;
    if (name) el.className = name;
    return el;
  }

  /** Words of the page, which may run the other way than the card. @param {string} tag @param {string} text */
  function foreign(tag, text) {
    const el = make1(tag, text);
    el.dir = 'auto';
    return el;
  }

  /** @param {string} date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
  function stale(date) {
    const [year, month = 12, day = 28] = String(date ?? '').split('-').map(Number);
    return !(new Date(year + STALE_YEARS, month - 1, day) >= new Date());
  }

  /** @param {any[]} list @param {HTMLElement} into */
  function facts(list, into) {
    for (const f of (list ?? []).slice(0, 6)) {
      const fact = make1('div', undefined, 'fact');
      const source = make1('p', f.date ? t('fact_source_date', f.source, f.date) : t('fact_source', f.source), 'small');
      if (stale(f.date)) source.append(make1('span', ` · ${t('fact_stale')}`, 'stale'));
      fact.append(make1('p', f.statement), source);
      into.append(fact);
    }
  }

  /** @param {any} category @param {boolean} dark */
  function sample(category, dark) {
    const el = make1('i', 'abc');
    const colour = dark ? category.dark : category.light;
    el.style.textDecorationStyle = category.underline;
    el.style.textDecorationColor = colour;
    el.style.backgroundColor = `${colour}1f`;
    el.setAttribute('aria-hidden', 'true');
    return el;
  }

  /** @param {any} report @param {any} q @param {HTMLElement} into */
  function speaker(report, q, into) {
    const quoted = q.source.map((/** @type {any} */ s) => cut(report, s)).join(' … ');
    const { name, role, kind } = q.speaker;
    const who = name ?? (kind === 'unknown' ? '' : quoted || role);
    const line = make1('p');
    line.append(foreign('strong', who || t('card_no_speaker')));
    if (name && role) line.append(', ', foreign('span', role));
    into.append(line);
    if (who && kind !== 'person') into.append(make1('p', t(`speaker_${kind}`), 'small'));
  }

  /** @param {any} report @param {any} span */
  const cut = (report, span) => (Array.isArray(span) ? report.text.slice(span[0], span[1]) : report.text.slice(span.start, span.end));

  /**
   * @param {any} report
   * @param {any} mark
   * @param {boolean} dark
   */
  function explain(report, mark, dark) {
    const s = make1('section');
    const c = CATEGORIES.get(mark.kind);
    const message = `category_${mark.kind.replaceAll('-', '_')}`;
    const h = make1('h2');
    if (c) h.append(sample(c, dark));
    h.append(make1('span', t(`${message}_label`) || c?.label || mark.kind));
    s.append(h);
    const q = report.quotations.find((/** @type {any} */ x) => x.id === mark.of);
    const a = report.assertions.find((/** @type {any} */ x) => x.id === mark.of);
    if (q) {
      speaker(report, q, s);
      if (q.because) s.append(make1('p', q.because, 'small'));
    } else if (a) {
      s.append(make1('p', a.because));
      const words = a.triggers.map((/** @type {any} */ x) => cut(report, x)).filter(Boolean);
      if (words.length) s.append(make1('p', t('card_triggers', words.map((/** @type {string} */ x) => `“${x}”`).join(', ')), 'small'));
    } else {
      const p = report.provenance[Number(mark.of.slice(1)) - 1];
      if (p?.value) s.append(foreign('p', p.value));
      s.append(make1('p', t(`${message}_description`) || c?.description, 'small'));
      if (mark.kind === 'outlet' || mark.kind === 'headline') facts(report.outlet?.facts, s);
      if (mark.kind === 'author-affiliation') {
        for (const i of report.institutes ?? []) if (!p?.value || p.value.includes(i.name)) facts(i.facts, s);
      }
    }
    if (!mark.strong) s.append(make1('p', t('card_weak'), 'small'));
    return s;
  }

  /**
   * Opens the card on marks.
   * @param {any} report
   * @param {any[]} marks  the uppermost first
   * @param {DOMRect[]} rects  of the words it must not cover
   */
  function show(report, marks, rects) {
    const dark = marks[0].dark;
    /** @type {Set<string>} */
    const seen = new Set();
    /** @type {Node[]} */
    const sections = [];
    for (const m of marks) {
      const key = `${m.of} ${m.kind}`;
      if (seen.has(key) || seen.size >= MOST) continue;
      seen.add(key);
      sections.push(explain(report, m, dark));
    }
    put(sections, rects, dark);
  }

  /**
   * Says something that is no explanation of a mark, such as that words were copied.
   * @param {string} words
   * @param {DOMRect[]} rects
   * @param {boolean} dark
   */
  function say(words, rects, dark) {
    put([make1('p', words)], rects, dark);
  }

  /** @param {Node[]} content @param {DOMRect[]} rects @param {boolean} dark */
  function put(content, rects, dark) {
    if (!rects.length) return;
    if (!host) make();
    if (host && !host.isConnected) own(document, 'documentElement').append(host);
    card.className = dark ? 'card dark' : 'card';
    card.replaceChildren();
    card.style.opacity = '';
    // Shown anew, it lies over whatever the page has put into the top layer meanwhile.
    try { if (card.matches(':popover-open')) card.hidePopover(); card.showPopover(); } catch { /* it is shown as it stands */ }
    open = true;
    // A live region speaks of words that come into it, and not of those that it is shown with.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      card.replaceChildren(...content);
      place(rects);
    });
  }

  /** @param {DOMRect[]} rects */
  function place(rects) {
    const top = Math.min(...rects.map((r) => r.top));
    const bottom = Math.max(...rects.map((r) => r.bottom));
    const left = Math.min(...rects.map((r) => r.left));
    const height = window.innerHeight;
    const below = height - bottom - 2 * GAP;
    const above = top - 2 * GAP;
    card.style.maxHeight = '';
    const size = card.getBoundingClientRect();
    const under = size.height <= below || below >= above;
    const most = Math.min(Math.max(40, under ? below : above), height * 0.45);
    card.style.maxHeight = `${most}px`;
    const tall = Math.min(size.height, most);
    card.style.left = `${Math.max(GAP, Math.min(left, own(document, 'documentElement').clientWidth - size.width - GAP))}px`;
    card.style.top = `${under ? bottom + GAP : top - GAP - tall}px`;
    card.style.opacity = '1';
    card.scrollTop = 0;
    // What doesn't fit is scrolled by keys once the card has the focus.
    card.tabIndex = card.scrollHeight > card.clientHeight ? 0 : -1;
  }

  function hide() {
    if (!open) return;
    open = false;
    cancelAnimationFrame(frame);
    card.style.opacity = '';
    card.replaceChildren();
    try { card.hidePopover(); } catch { /* it was never shown as one */ }
  }

  function remove() {
    cancelAnimationFrame(frame);
    host?.remove();
    host = null;
    open = false;
  }

  /**
   * The text position under a point, in whichever tree.
   * @param {number} x
   * @param {number} y
   * @param {ShadowRoot[]} roots
   * @returns {{node: Node, offset: number} | null}
   */
  function position(x, y, roots) {
    const caret = own(document, 'caretPositionFromPoint');
    if (caret) {
      const p = caret.call(document, x, y, { shadowRoots: roots });
      return p?.offsetNode ? { node: p.offsetNode, offset: p.offset } : null;
    }
    const r = own(document, 'caretRangeFromPoint')?.call(document, x, y);
    return r ? { node: r.startContainer, offset: r.startOffset } : null;
  }

  scope.saidbyCard = { show, say, hide, remove, position, host: () => host, isOpen: () => open };
})();
