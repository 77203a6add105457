// The hover card: why these words are marked. Its host is the only node we ever add, outside the body and not before the
// first card; what is in it lies in a closed shadow root, out of reach of the page's styles and scripts.

(() => {
  const scope = /** @type {any} */ (globalThis);
  /** @type {Map<string, any>} */
  const CATEGORIES = new Map(scope.SAIDBY_CATEGORIES.map((/** @type {any} */ c) => [c.key, c]));
  const WIDTH = 340;
  const GAP = 8;
  const CSS_TEXT = `
    :host { all: initial; }
    .card { position: fixed; z-index: 2147483647; box-sizing: border-box; width: max-content; max-width: min(${WIDTH}px, calc(100vw - 16px)); max-height: 45vh; overflow: auto;
      padding: 10px 12px; border-radius: 8px; border: 1px solid #b0bec5; background: #fff; color: #1b1f23; box-shadow: 0 4px 18px #0004;
      font: 14px/1.45 system-ui, sans-serif; text-align: start; visibility: hidden; }
    .card.dark { background: #20262c; color: #eceff1; border-color: #546e7a; }
    .card:focus-visible { outline: 2px solid #1565c0; outline-offset: 1px; }
    section + section { margin-top: 8px; padding-top: 8px; border-top: 1px solid #8884; }
    h2 { margin: 0 0 2px; font-size: 14px; font-weight: 600; display: flex; gap: 6px; align-items: center; }
    i { display: inline-block; width: 18px; border-bottom: 3px solid; }
    p { margin: 2px 0; } .small { font-size: 12px; opacity: .85; }
    @media (forced-colors: active) { .card { border: 2px solid CanvasText; } }`;

  /** @type {HTMLElement | null} */
  let host = null;
  /** @type {HTMLElement} */
  let card;
  let open = false;

  function make() {
    host = document.createElement('saidby-card');
    const root = host.attachShadow({ mode: 'closed' });
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
      root.adoptedStyleSheets.push(sheet);
    } catch {
      const style = document.createElement('style');
      style.textContent = CSS_TEXT;
      root.append(style);
    }
    card = document.createElement('div');
    card.className = 'card';
    card.setAttribute('role', 'note');
    card.setAttribute('aria-live', 'polite');
    card.tabIndex = -1;
    root.append(card);
    document.documentElement.append(host);
  }

  /** @param {string} tag @param {string} [text] @param {string} [name] */
  function make1(tag, text, name) {
    const el = document.createElement(tag);
    if (text !== undefined) el.textContent = text;
    if (name) el.className = name;
    return el;
  }

  /** @param {any[]} facts @param {HTMLElement} into */
  function facts(facts, into) {
    for (const f of (facts ?? []).slice(0, 6)) {
      into.append(make1('p', f.statement), make1('p', `Source: ${[f.source, f.date].filter(Boolean).join(', ')}`, 'small'));
    }
  }

  /**
   * @param {any} report
   * @param {any} mark
   * @param {boolean} dark
   */
  function explain(report, mark, dark) {
    const s = make1('section');
    const c = CATEGORIES.get(mark.kind);
    const h = make1('h2');
    const line = make1('i');
    line.style.borderBottomStyle = c?.underline === 'wavy' ? 'dotted' : c?.underline ?? 'solid';
    line.style.borderBottomColor = (dark ? c?.dark : c?.light) ?? 'currentColor';
    line.setAttribute('aria-hidden', 'true');
    h.append(line, make1('span', c?.label ?? mark.kind));
    s.append(h);
    /** @param {any} span */
    const words = (span) => (Array.isArray(span) ? report.text.slice(span[0], span[1]) : report.text.slice(span.start, span.end));
    const q = report.quotations.find((/** @type {any} */ x) => x.id === mark.of);
    const a = report.assertions.find((/** @type {any} */ x) => x.id === mark.of);
    if (q) {
      const who = q.speaker.name ?? (q.speaker.kind === 'unknown' ? 'The text doesn’t name the speaker.' : q.source.map(words).join(' … '));
      s.append(make1('p', [who, q.speaker.role].filter(Boolean).join(', ')));
      if (q.because) s.append(make1('p', q.because, 'small'));
    } else if (a) {
      s.append(make1('p', a.because));
      const t = a.triggers.map(words).filter(Boolean);
      if (t.length) s.append(make1('p', `Because of: ${t.map((/** @type {string} */ x) => `“${x}”`).join(', ')}`, 'small'));
    } else {
      const p = report.provenance[Number(mark.of.slice(1)) - 1];
      if (p?.value) s.append(make1('p', p.value));
      if (c?.description) s.append(make1('p', c.description, 'small'));
      if (mark.kind === 'outlet' || mark.kind === 'headline') facts(report.outlet?.facts, s);
      if (mark.kind === 'author-affiliation') {
        for (const i of report.institutes ?? []) if (!p?.value || p.value.includes(i.name)) facts(i.facts, s);
      }
    }
    return s;
  }

  /**
   * Opens the card on marks.
   * @param {any} report
   * @param {any[]} marks  the uppermost first
   * @param {DOMRect[]} rects  of the words it must not cover
   */
  function show(report, marks, rects) {
    if (!rects.length) return;
    if (!host) make();
    if (host && !host.isConnected) document.documentElement.append(host);
    const dark = marks[0].dark;
    card.className = dark ? 'card dark' : 'card';
    /** @type {Set<string>} */
    const seen = new Set();
    card.replaceChildren();
    for (const m of marks) {
      const key = `${m.of} ${m.kind}`;
      if (seen.has(key) || seen.size >= 4) continue;
      seen.add(key);
      card.append(explain(report, m, dark));
    }
    const top = Math.min(...rects.map((r) => r.top));
    const bottom = Math.max(...rects.map((r) => r.bottom));
    const left = rects[0].left;
    const height = window.innerHeight;
    const below = height - bottom - 2 * GAP;
    const above = top - 2 * GAP;
    card.style.maxHeight = '';
    const size = card.getBoundingClientRect();
    const under = size.height <= below || below >= above;
    const room = Math.max(40, under ? below : above);
    card.style.maxHeight = `${Math.min(room, height * 0.45)}px`;
    const tall = Math.min(size.height, room, height * 0.45);
    card.style.left = `${Math.max(GAP, Math.min(left, document.documentElement.clientWidth - size.width - GAP))}px`;
    card.style.top = `${under ? bottom + GAP : Math.max(0, top - GAP - tall)}px`;
    card.style.visibility = 'visible';
    open = true;
  }

  function hide() {
    if (!open) return;
    open = false;
    card.style.visibility = 'hidden';
    card.replaceChildren();
  }

  function remove() {
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
    const doc = /** @type {any} */ (document);
    if (doc.caretPositionFromPoint) {
      const p = doc.caretPositionFromPoint(x, y, { shadowRoots: roots });
      return p?.offsetNode ? { node: p.offsetNode, offset: p.offset } : null;
    }
    const r = doc.caretRangeFromPoint?.(x, y);
    return r ? { node: r.startContainer, offset: r.startOffset } : null;
  }

  scope.saidbyCard = { show, hide, remove, position, host: () => host, isOpen: () => open };
})();
