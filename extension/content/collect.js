// The page as the core wants it, and the way back. One walk over the text nodes makes both the blocks' texts and, for
// every stretch of them, the text node and offset it came from; so an offset of a mark leads to the very characters.
// The rules are those of `src/html.rs` (left out, inline, white space); what only a rendered page knows is added: styles that hide,
// open shadow roots and slots. The walk is a generator, so that it can be cut into slices.

(() => {
  const scope = /** @type {any} */ (globalThis);
  const INLINE = new Set(('a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output q rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var').split(' '));
  const LEFT_OUT = new Set(('script style noscript template select datalist option textarea input button svg canvas iframe object audio video noembed noframes title ' +
    'img picture source track embed wbr area base basefont bgsound col frame keygen link meta param').split(' '));
  const LISTED = new Set('a time i em b strong cite q'.split(' '));
  const HINTS = ['id', 'class', 'role', 'itemprop', 'itemtype', 'rel', 'aria-label', 'data-testid', 'data-component', 'datetime'];
  const MAX_HINTS = 400;
  /** The most text that is collected, in UTF-16 units; what comes after is left out and the page says so. */
  const MAX_TEXT = 400_000;
  const MAX_BLOCKS = 50_000;
  const MAX_METAS = 2_000;
  const MAX_JSON_LD = 4_000_000;
  /** The most of the head's names and values, in UTF-16 units. */
  const MAX_HEAD = 2_000_000;
  /** The most that nodes and inline elements may add to the text, so that the background never has to refuse a page. */
  const MAX_REST = 5_000_000;
  /** Elements nested deeper than this count as the element at this depth, as in a file. */
  const MAX_DEPTH = 512;
  const SOME = /[^\s\u200b-\u200f\ufeff\u00ad]/;
  const SURROGATES = /[\ud800-\udfff]/;

  /**
   * @typedef {object} Segment  a stretch of a block's text that stands unbroken in one text node
   * @property {number} at  where it starts in the block's text
   * @property {Text} node
   * @property {number} from  where it starts in the node
   * @property {number} length
   *
   * @typedef {{text: string, inlines: any[], node: number, segments: Segment[]}} Found
   * @typedef {{page: any, blocks: Found[], roots: ShadowRoot[], truncated: boolean}} Collected
   */

  /**
   * A property of a page's node, or of its document, as the prototypes have it. Asked directly, a form answers with its
   * control of that name, and a document with a form, frame or image of that name.
   * @param {object} node @param {string} name @returns {any}
   */
  const own = (node, name) => Reflect.get(Object.getPrototypeOf(node), name, node);

  /** The same for what every node of the walk is asked. @param {object} proto @param {string} name @returns {(node: Node) => any} */
  const getter = (proto, name) => {
    const get = /** @type {() => any} */ (Object.getOwnPropertyDescriptor(proto, name)?.get);
    return (node) => get.call(node);
  };
  const nodeType = getter(Node.prototype, 'nodeType');
  const firstChild = getter(Node.prototype, 'firstChild');
  const nextSibling = getter(Node.prototype, 'nextSibling');
  const localName = getter(Element.prototype, 'localName');
  const shadowRoot = getter(Element.prototype, 'shadowRoot');
  /** @param {Element} el @param {string} name @returns {string | null} */
  const attribute = (el, name) => Element.prototype.getAttribute.call(el, name);

  /** @param {Element} el */
  function hints(el) {
    let out = '';
    for (const name of HINTS) {
      const v = attribute(el, name)?.trim();
      // A part of a value says something else: of a moment another day.
      if (!v || out.length + (out ? 1 : 0) + v.length > MAX_HINTS) continue;
      out += (out && ' ') + v;
    }
    return wellFormed(out);
  }

  /** @param {string} s */
  function wellFormed(s) {
    return SURROGATES.test(s) && /** @type {any} */ (s).toWellFormed ? /** @type {any} */ (s).toWellFormed() : s;
  }

  /** @param {Element} el @param {string} tag */
  function hidden(el, tag) {
    if (LEFT_OUT.has(tag) || (tag === 'dialog' && attribute(el, 'open') === null)) return true;
    const editable = attribute(el, 'contenteditable');
    if (editable !== null && editable.toLowerCase() !== 'false') return true;
    const style = getComputedStyle(el);
    return style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse';
  }

  /** @returns {any} */
  function head() {
    /** @param {string} selector @returns {Element[]} */
    const all = (selector) => Array.from(Document.prototype.querySelectorAll.call(document, selector));
    const metas = [];
    const links = [];
    const jsonLd = [];
    const title = wellFormed(own(document, 'title').slice(0, 20_000));
    let size = title.length;
    for (const el of all('meta[content], [itemprop][content], [property][content]')) {
      const name = attribute(el, 'name') ?? attribute(el, 'property') ?? attribute(el, 'itemprop') ?? attribute(el, 'http-equiv');
      const content = (attribute(el, 'content') ?? '').slice(0, 20_000);
      if (!name) continue;
      size += name.length + content.length;
      if (metas.length >= MAX_METAS || size > MAX_HEAD) break;
      metas.push({ name: wellFormed(name), content: wellFormed(content) });
    }
    for (const el of all('link[rel][href]')) {
      const rel = attribute(el, 'rel') ?? '';
      const href = (attribute(el, 'href') ?? '').slice(0, 4_000);
      size += rel.length + href.length;
      if (links.length >= MAX_METAS || size > MAX_HEAD) break;
      links.push({ rel: wellFormed(rel), href: wellFormed(href) });
    }
    let data = 0;
    for (const el of all('script[type="application/ld+json" i]')) {
      const text = el.textContent ?? '';
      data += text.length;
      if (data > MAX_JSON_LD) break;
      jsonLd.push(wellFormed(text));
    }
    return { title, metas, links, json_ld: jsonLd };
  }

  /**
   * Walks the document; yields now and then, so that the caller can let the page go on.
   * @returns {Generator<void, Collected>}
   */
  function* collect() {
    const body = own(document, 'body');
    /** @type {any[]} */
    const nodes = [{ parent: null, tag: 'body', hints: body ? hints(body) : '' }];
    /** @type {Found[]} */
    const blocks = [];
    /** @type {ShadowRoot[]} */
    const roots = [];
    let total = 0;
    let rest = 0;
    let truncated = false;

    /** @type {{el: Element | null, next: Node | null, slotted: Node[] | null, at: number, tag: string, block: boolean, listed: boolean, hints: string, href: string, node: number, start: number, run: number}[]} */
    const stack = [];
    /** The inline elements among them that are told, so that a block doesn't look through all. @type {typeof stack} */
    const told = [];
    /** Which run of text, from block to block, is being read: a start of an earlier one is 0 in this. */
    let run = 0;
    let text = '';
    let space = false;
    let breaks = 0;
    let read = false;
    /** @type {any[]} */
    let inlines = [];
    /** @type {Segment[]} */
    let segments = [];
    /** @type {Text | null} */
    let spaceNode = null;
    let spaceAt = 0;

    /** @param {typeof stack[number]} o */
    const list = (o) => {
      const start = o.run === run ? o.start : 0;
      if (!o.listed || start >= text.length) return;
      rest += 40 + o.hints.length + o.href.length;
      if (rest > MAX_REST) truncated = true;
      else inlines.push({ start, end: text.length, tag: o.tag, hints: o.hints, href: o.href });
    };
    const flush = () => {
      const some = text && SOME.test(text);
      if (some && blocks.length >= MAX_BLOCKS) truncated = true;
      else if (some) {
        for (let i = told.length - 1; i >= 0 && i >= told.length - 16; i--) list(told[i]);
        let first = stack.length;
        while (first > 0 && !(stack[first - 1].block && stack[first - 1].node >= 0)) first -= 1;
        let parent = first > 0 ? stack[first - 1].node : 0;
        for (let i = first; i < stack.length; i++) {
          const o = stack[i];
          if (!o.block) continue;
          o.node = i < MAX_DEPTH ? nodes.length : parent;
          if (i < MAX_DEPTH) {
            nodes.push({ parent, tag: o.tag, hints: o.hints });
            rest += 16 + o.hints.length;
          }
          parent = o.node;
        }
        blocks.push({ node: parent, text: wellFormed(text), inlines, segments });
        total += text.length;
        if (rest > MAX_REST) truncated = true;
      }
      if (read) run += 1;
      read = false;
      text = '';
      inlines = [];
      segments = [];
      space = false;
      spaceNode = null;
      breaks = 0;
    };
    const nextStart = () => text.length + (text && (space || breaks > 0) ? 1 : 0);
    /** @param {Text} node @param {number} from @param {number} length */
    const segment = (node, from, length) => {
      const last = segments[segments.length - 1];
      if (last && last.node === node && from - last.from === text.length - last.at) last.length = text.length + length - last.at;
      else segments.push({ at: text.length, node, from, length });
    };
    /** @param {Text} node */
    const add = (node) => {
      const data = node.data;
      let i = 0;
      while (i < data.length) {
        const c = data.charCodeAt(i);
        if (c === 32 || c === 10 || c === 9 || c === 13 || c === 12) {
          if (!space) { spaceNode = node; spaceAt = i; }
          space = true;
          i += 1;
          continue;
        }
        let end = i + 1;
        for (; end < data.length; end++) {
          const d = data.charCodeAt(end);
          if (d === 32 || d === 10 || d === 9 || d === 13 || d === 12) break;
        }
        const room = MAX_TEXT - total - text.length - 1;
        if (end - i > room) {
          truncated = true;
          if (room <= 0) return;
          end = i + room;
        }
        if (text) {
          if (breaks > 0) text += '\n';
          else if (space) {
            // The blank belongs to the node it stands in, so that a range over it has no gap.
            if (spaceNode) segment(spaceNode, spaceAt, 1);
            text += ' ';
          }
        }
        segment(node, i, end - i);
        text += data.slice(i, end);
        breaks = 0;
        space = false;
        spaceNode = null;
        read = true;
        if (truncated) return;
        i = end;
      }
    };
    /** @param {Element} el @param {string} tag */
    const open = (el, tag) => {
      const block = !INLINE.has(tag);
      if (block) flush();
      const h = hints(el);
      const root = shadowRoot(el);
      if (root) roots.push(root);
      const slotted = tag === 'slot' ? /** @type {HTMLSlotElement} */ (el).assignedNodes() : null;
      stack.push({
        el, next: firstChild(root ?? el), slotted: slotted?.length ? slotted : null, at: 0, tag, block: block && tag !== 'slot',
        listed: !block && (LISTED.has(tag) || h !== ''), hints: h, href: tag === 'a' ? wellFormed((attribute(el, 'href') ?? '').slice(0, 2_000)) : '',
        node: -1, start: nextStart(), run,
      });
      if (stack[stack.length - 1].listed) told.push(stack[stack.length - 1]);
    };

    if (body) {
      stack.push({ el: body, next: firstChild(body), slotted: null, at: 0, tag: 'body', block: true, listed: false, hints: nodes[0].hints, href: '', node: 0, start: 0, run });
    }
    let steps = 0;
    while (stack.length && !truncated) {
      if ((steps++ & 31) === 0) yield;
      const top = stack[stack.length - 1];
      /** @type {Node | null} */
      let node;
      if (top.slotted) node = top.slotted[top.at++] ?? null;
      else {
        node = top.next;
        // A page that changes between two slices may have taken the node away; its old neighbours are not walked then.
        top.next = node && nextSibling(node);
      }
      if (!node) {
        if (top.block) flush(); else list(top);
        if (top.listed) told.pop();
        stack.pop();
        continue;
      }
      const type = nodeType(node);
      if (type === 3) { add(/** @type {Text} */ (node)); continue; }
      if (type !== 1) continue;
      const el = /** @type {Element} */ (node);
      const tag = localName(el).toLowerCase();
      if (tag === 'br') {
        breaks += 1;
        if (breaks > 1) flush();
        continue;
      }
      if (tag === 'hr') { flush(); continue; }
      if (hidden(el, tag)) {
        if (!INLINE.has(tag) && !LEFT_OUT.has(tag)) flush();
        continue;
      }
      open(el, tag);
    }
    while (stack.length) { flush(); stack.pop(); }
    const page = { url: location.href.slice(0, 20_000), lang: own(document, 'documentElement')?.lang || null, head: head(), nodes };
    return { page, blocks, roots, truncated };
  }

  /**
   * The DOM positions of a stretch of a block: one range a run of segments in the same tree.
   * @param {Found} block
   * @param {number} start
   * @param {number} end
   * @returns {{node: Text, from: number, to: number}[]}
   */
  function locate(block, start, end) {
    const out = [];
    const s = block.segments;
    let low = 0;
    let high = s.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (s[mid].at + s[mid].length <= start) low = mid + 1; else high = mid;
    }
    for (let i = low; i < s.length && s[i].at < end; i++) {
      const from = s[i].from + Math.max(0, start - s[i].at);
      const to = s[i].from + Math.min(s[i].length, end - s[i].at);
      if (to > from) out.push({ node: s[i].node, from, to });
    }
    return out;
  }

  scope.saidbyCollect = { collect, locate, own };
})();
