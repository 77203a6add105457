// Paints marks with the CSS Custom Highlight API: no node of the page is touched. Ranges are kept in arrays of our own,
// because a Highlight can't be iterated from a content script in Firefox. Showing or hiding a category makes the highlights
// anew from these ranges; nothing is read again.

(() => {
  const scope = /** @type {any} */ (globalThis);
  /** @type {any[]} */
  const CATEGORIES = scope.SAIDBY_CATEGORIES;

  /**
   * @typedef {object} Painted  a mark on the page
   * @property {string} of
   * @property {string} kind
   * @property {string} part
   * @property {boolean} strong
   * @property {number} block
   * @property {number} start  in UTF-16 units of the block
   * @property {number} end
   * @property {boolean} dark
   * @property {{node: Text, from: number, to: number}[]} places
   * @property {Range[]} ranges
   */

  /** Later ones are painted over earlier ones: the rarer, shorter marks lie on top of quotations and lines. */
  const PRIORITY = { provenance: 1, attributed: 2, unattributed: 3 };

  /** @type {Map<string, string>} */
  const GROUPS = new Map(CATEGORIES.map((c) => [c.key, c.group]));

  /** Firefox before 146 draws no underline in a highlight; a stronger tint stands in for it, as in marks.css. */
  const BARE = CSS.supports('(-moz-appearance: none) and (not (text-decoration-inset: auto))');

  /** @type {CSSStyleSheet | null} */
  let sheet = null;

  function rules() {
    const names = [];
    const out = [];
    for (const c of CATEGORIES) {
      for (const [suffix, colour] of [['', c.light], ['-dark', c.dark]]) {
        const name = `::highlight(saidby-${c.key}${suffix})`;
        names.push(name);
        out.push(`${name} { text-decoration: underline ${c.underline} ${colour} 2px; background-color: ${colour}${BARE ? '4d' : '1f'}; }`);
      }
    }
    const forced = BARE ? 'background-color: Mark; color: MarkText' : 'text-decoration-color: CanvasText; background-color: transparent';
    out.push(`@media (forced-colors: active) { ${names.join(', ')} { ${forced}; } }`);
    return out.join('\n');
  }

  /** Stylesheets of a document don't reach into a shadow root. @param {ShadowRoot} root */
  function style(root) {
    try {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(rules());
      }
      // A page may set the list anew at any time, so the list itself is asked.
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    } catch { /* a root of another document keeps its text unpainted; the card still explains it */ }
  }

  /** @type {WeakMap<Element, boolean>} */
  let darks = new WeakMap();

  /**
   * Whether text is light on dark. Its own colour tells that more surely than any background, which may be a picture.
   * @param {Element | null} el
   */
  function isDark(el) {
    if (!el) return false;
    const known = darks.get(el);
    if (known !== undefined) return known;
    const colour = getComputedStyle(el).color;
    // The name of a colour space may hold a number of its own (display-p3).
    const n = (colour.replace(/^color\(\s*\S+/, '').match(/-?[\d.]+%?/g) ?? []).map((x) => (x.endsWith('%') ? parseFloat(x) / 100 : parseFloat(x)));
    let light = 0;
    if (colour.startsWith('rgb')) light = (0.2126 * n[0] + 0.7152 * n[1] + 0.0722 * n[2]) / 255;
    else if (colour.startsWith('color(')) light = 0.2126 * n[0] + 0.7152 * n[1] + 0.0722 * n[2];
    else if (colour.startsWith('ok')) light = n[0];
    else if (colour.startsWith('l')) light = n[0] / 100;
    const dark = light > 0.55;
    darks.set(el, dark);
    return dark;
  }

  /** @type {Painted[]} */
  let painted = [];
  /**
   * What we have put into the registry. A script that an update left behind shares it, names and all, with its successor.
   * @type {Map<string, Highlight>}
   */
  let ours = new Map();

  /** @param {string} name @param {Highlight} highlight */
  function take(name, highlight) {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }

  /**
   * Makes ranges for marks; yields now and then.
   * @param {any[]} marks
   * @param {{blocks: any[], roots: ShadowRoot[]}} collected
   * @returns {Generator<void, Painted[]>}
   */
  function* prepare(marks, collected) {
    darks = new WeakMap();
    for (const root of collected.roots) style(root);
    /** @type {Painted[]} */
    const out = [];
    let n = 0;
    for (const m of marks) {
      if ((n++ & 15) === 15) yield;
      const block = collected.blocks[m.block];
      if (!block) continue;
      const places = scope.saidbyCollect.locate(block, m.start, m.end)
        .filter((/** @type {any} */ p) => p.node.isConnected && p.to <= p.node.length);
      if (!places.length) continue;
      /** @type {Range[]} */
      const ranges = [];
      const first = places[0];
      const last = places[places.length - 1];
      // One range where the words stand in one tree; across the border of a shadow root, a range for each node.
      const runs = first.node.getRootNode() === last.node.getRootNode() && places.length < 50 ? [[first, last]] : places.map((/** @type {any} */ p) => [p, p]);
      for (const [a, b] of runs) {
        const range = new Range();
        range.setStart(a.node, a.from);
        range.setEnd(b.node, b.to);
        ranges.push(range);
      }
      out.push({ of: m.of, kind: m.kind, part: m.part, strong: m.strong, block: m.block, start: m.start, end: m.end, dark: isDark(first.node.parentElement), places, ranges });
    }
    return out;
  }

  /** Takes every highlight of ours away. */
  function clear() {
    for (const [name, highlight] of ours) take(name, highlight);
    ours = new Map();
    painted = [];
  }

  /**
   * Which marks add something to see. Tints of one group over the same words would add up to a colour that means nothing, so a
   * clause inside a clause that is painted already shows its trigger words alone, and a source of two quotations is painted once.
   * The marks that stay unpainted are explained on the card like the others.
   * @param {Painted[]} list by block and start, the longer of two first
   * @param {(mark: Painted) => boolean} shown
   */
  function* seen(list, shown) {
    /** @type {Painted | undefined} */
    let clause;
    /** @type {Painted | undefined} */
    let word;
    for (const p of list) {
      if (!shown(p)) continue;
      if (p.part === 'whole' && GROUPS.get(p.kind) === 'unattributed') {
        if (clause && clause.block === p.block && p.end <= clause.end) continue;
        clause = p;
      } else if (p.part === 'source' || p.part === 'cue') {
        if (word && word.block === p.block && word.start === p.start && word.end === p.end) continue;
        word = p;
      }
      yield p;
    }
  }

  /**
   * Shows prepared marks.
   * @param {Painted[]} list
   * @param {(mark: Painted) => boolean} shown
   */
  function show(list, shown) {
    painted = list;
    /** @type {Map<string, Range[]>} */
    const by = new Map();
    for (const p of seen(list, shown)) {
      const name = `saidby-${p.kind}${p.dark ? '-dark' : ''}`;
      const ranges = by.get(name);
      if (ranges) ranges.push(...p.ranges); else by.set(name, [...p.ranges]);
    }
    for (const [name, highlight] of ours) if (!by.has(name)) take(name, highlight);
    ours = new Map();
    for (const c of CATEGORIES) {
      for (const name of [`saidby-${c.key}`, `saidby-${c.key}-dark`]) {
        const ranges = by.get(name);
        if (!ranges) continue;
        const highlight = new Highlight();
        for (const r of ranges) highlight.add(r);
        highlight.priority = PRIORITY[/** @type {keyof typeof PRIORITY} */ (c.group)] ?? 0;
        CSS.highlights.set(name, highlight);
        ours.set(name, highlight);
      }
    }
  }

  /** Whether ranges lost their words, because the page wrote over a text node or took it away. */
  function stale() {
    return painted.some((p) => p.ranges.some((r) => r.collapsed || !r.startContainer.isConnected));
  }

  /**
   * Whether words went from dark to light or back since they were painted, as a switch of the page's theme does; yields now and then.
   * @returns {Generator<void, boolean>}
   */
  function* turned() {
    darks = new WeakMap();
    let n = 0;
    for (const p of painted) {
      if ((n++ & 15) === 15) yield;
      if (isDark(p.places[0].node.parentElement) !== p.dark) return true;
    }
    return false;
  }

  scope.saidbyPaint = { prepare, show, clear, stale, turned, isDark };
})();
