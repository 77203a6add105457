// Ties the content script together: reads the page in slices, asks the background, paints, and answers the popup.
// Each frame runs its own; the top frame's answers the popup, all add to the badge.

(() => {
  const scope = /** @type {any} */ (globalThis);
  if (scope.saidbyAlive?.()) return;
  // Not `browser`: Chromium has none here, and then an element of the page with that id answers to it.
  const api = /** @type {typeof chrome} */ (scope.chrome);
  const { saidbyCollect, saidbyPaint, saidbyWatch, saidbyCard } = scope;
  const { own } = saidbyCollect;
  const top = /** @type {Window} */ (window.top);
  /** The site that the settings are about, and what the frames of one page share. */
  let host = '';
  let page = 0;
  /** Frames of other sites (advertisements, embedded players) are not part of the page. */
  try { host = top.location.hostname; page = top.performance.timeOrigin; } catch { return; }

  /** No slice of our work holds the page up for longer, in milliseconds. */
  const SLICE = 6;
  /** A frame with less text than this holds no article. */
  const LEAST = 200;
  /** How long the pointer rests on words before their card opens. */
  const REST = 180;
  /** How long after colours have faded from one to another the marks' own are looked at. */
  const FADED = 150;

  /** Tells pages of one tab apart in the background. */
  const documentId = Math.random().toString(36).slice(2);

  let stopped = false;
  /** @type {any} */
  let settings = null;
  /** @type {any} */
  let report = null;
  /** @type {any[]} */
  let marks = [];
  /** @type {any} */
  let collected = null;
  /** @type {any[]} */
  let prepared = [];
  let generation = 0;
  /** The generation that the background knows the page of. */
  let base = -1;
  /** The generation that the report is about. */
  let reported = -1;
  /** @type {any[]} */
  let sentBlocks = [];
  /** @type {'off'|'working'|'done'|'failed'|'nothing'} */
  let status = 'working';
  /** @type {{key: string, message: string} | null} */
  let error = null;
  let paused = false;
  /** Whether settings and permissions let us run here without a click. */
  let covered = true;
  /** Whether the reader asked for this very page by a click on the extension. */
  let clicked = false;
  /** Set by the command that shows marks: it outweighs "off on this site" until the page goes. */
  let summoned = false;
  /** @type {any} */
  let watcher = null;
  let lastSummary = '';

  /** Whether the extension that put us here still runs; after an update or removal our marks would be nobody's. */
  function alive() {
    if (stopped) return false;
    try { if (api.runtime?.id) return true; } catch { /* the context is gone */ }
    end();
    return false;
  }
  scope.saidbyAlive = alive;

  function end() {
    stopped = true;
    saidbyPaint.clear();
    saidbyCard.remove();
    watcher?.stop();
    for (const [target, type, heard] of listeners) target.removeEventListener(type, heard, true);
  }

  /** @type {[EventTarget, string, any][]} */
  const listeners = [];
  /** @param {EventTarget} target @param {string} type @param {any} heard */
  function on(target, type, heard) {
    target.addEventListener(type, heard, { capture: true, passive: true });
    listeners.push([target, type, heard]);
  }

  /** Lets the page go on. @returns {Promise<void>} */
  function breathe() {
    const s = /** @type {any} */ (window).scheduler;
    if (typeof s?.yield === 'function') return s.yield();
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { port1.close(); done(); };
      port2.postMessage(0);
    });
  }

  /**
   * Runs a generator in slices.
   * @template T
   * @param {Generator<void, T>} work
   * @param {() => boolean} current
   * @returns {Promise<{value: T | null, cost: number}>}
   */
  async function sliced(work, current) {
    let cost = 0;
    for (;;) {
      const start = performance.now();
      for (;;) {
        const step = work.next();
        if (step.done) return { value: step.value, cost: cost + performance.now() - start };
        if (performance.now() - start > SLICE) break;
      }
      cost += performance.now() - start;
      await breathe();
      if (!current()) return { value: null, cost };
    }
  }

  /** @param {object} message @returns {Promise<any>} */
  async function ask(message) {
    try {
      // A background that is stopped while it works takes the answer with it; asked again, it starts again.
      return await api.runtime.sendMessage(message).catch(() => alive() && api.runtime.sendMessage(message));
    } catch (e) {
      if (!alive()) return null;
      return { error: { key: 'core', message: `The background didn’t answer: ${e instanceof Error ? e.message : e}` } };
    }
  }

  /** @param {any} old @param {any} now */
  function same(old, now) {
    return old.text === now.text && old.inlines.length === now.inlines.length
      && old.inlines.every((/** @type {any} */ i, /** @type {number} */ n) => {
        const j = now.inlines[n];
        return i.start === j.start && i.end === j.end && i.tag === j.tag && i.href === j.href && i.hints === j.hints;
      });
  }

  /** Nobody asks for this page any more: we wait for the next click as if we weren't here. No second script can be put in our place. */
  const dormant = () => !covered && !clicked && !summoned;

  function isOff() {
    if (paused) return true;
    return dormant() || (!summoned && settings?.sites?.[host] === 'off');
  }

  /** @param {{kind: string, strong: boolean}} mark */
  function shown(mark) {
    if (settings?.strength === 'strong' && !mark.strong) return false;
    const own = settings?.kinds?.[mark.kind];
    return own ?? defaults.get(mark.kind) ?? false;
  }
  const defaults = new Map(scope.SAIDBY_CATEGORIES.map((/** @type {any} */ c) => [c.key, c.default]));

  /** Drops what was found. */
  function forget() {
    saidbyPaint.clear();
    close();
    prepared = [];
    report = null;
    marks = [];
    error = null;
  }

  /** Reads the page if it changed. @param {boolean} moved @param {boolean} [force] */
  async function read(moved, force = false) {
    if (!alive() || isOff()) { publish(); return { changed: false, cost: 0 }; }
    const mine = ++generation;
    const current = () => mine === generation && !stopped && !isOff();
    try {
      return await readAs(mine, current, moved, force);
    } catch (e) {
      if (current()) fail({ key: 'core', message: `The page could not be read: ${e instanceof Error ? e.message : e}` });
      return { changed: true, cost: 0 };
    }
  }

  /** @param {{key: string, message: string}} what */
  function fail(what) {
    forget();
    status = 'failed';
    error = what;
    publish();
    answerMenu();
  }

  /** @param {number} mine @param {() => boolean} current @param {boolean} moved @param {boolean} force */
  async function readAs(mine, current, moved, force) {
    if (moved) {
      forget();
      status = 'working';
      publish();
    }
    const walk = await sliced(saidbyCollect.collect(), current);
    let cost = walk.cost;
    const got = walk.value;
    if (!got || !current()) return { changed: true, cost };
    for (const root of got.roots) watcher?.observe(root);
    const now = got.blocks;
    let keepStart = 0;
    while (keepStart < now.length && keepStart < sentBlocks.length && same(sentBlocks[keepStart], now[keepStart])) keepStart += 1;
    let keepEnd = 0;
    const most = Math.min(now.length, sentBlocks.length) - keepStart;
    while (keepEnd < most && same(sentBlocks[sentBlocks.length - 1 - keepEnd], now[now.length - 1 - keepEnd])) keepEnd += 1;
    const unchanged = keepStart === now.length && now.length === sentBlocks.length;
    if (unchanged && report && reported === base && !moved && !force && status !== 'failed') {
      // The same words, perhaps in other nodes.
      const moved1 = now.some((/** @type {any} */ b, /** @type {number} */ i) => b.segments.length !== collected.blocks[i].segments.length
        || b.segments.some((/** @type {any} */ s, /** @type {number} */ n) => s.node !== collected.blocks[i].segments[n].node || s.from !== collected.blocks[i].segments[n].from));
      collected = got;
      let old = moved1 || saidbyPaint.stale();
      if (!old) {
        const turned = await sliced(saidbyPaint.turned(), current);
        cost += turned.cost;
        old = turned.value;
      }
      if (old) cost += await paint(current);
      return { changed: false, cost };
    }
    let size = 0;
    for (const b of now) size += b.text.length;
    if (size < LEAST && window !== top) { forget(); publish(); return { changed: false, cost }; }
    const request = {
      type: 'analyze', generation: mine, document: documentId, nodeOf: now.map((/** @type {any} */ b) => b.node), page: { ...got.page, blocks: [] },
    };
    /** @param {any} b */
    const plain = (b) => ({ text: b.text, inlines: b.inlines });
    /** @type {any} */
    let answer;
    if (base >= 0) {
      answer = await ask({ ...request, base, keepStart, keepEnd, page: { ...got.page, blocks: now.slice(keepStart, now.length - keepEnd).map(plain) } });
    }
    if (base < 0 || answer?.needFull) {
      answer = await ask({ ...request, page: { ...got.page, blocks: now.map(plain) } });
    }
    if (answer?.report) { base = mine; sentBlocks = now; } else { base = -1; sentBlocks = []; }
    if (!current() || answer === null) return { changed: true, cost };
    if (!answer?.report) {
      fail(answer?.error ?? { key: 'core', message: 'The background gave no answer.' });
      return { changed: true, cost };
    }
    collected = got;
    reported = mine;
    report = answer.report;
    marks = answer.marks;
    error = null;
    if (got.truncated) report.notes.push({ key: 'truncated', message: 'The page is very long: only its first part was read.' });
    status = marks.length ? 'done' : 'nothing';
    cost += await paint(current);
    return { changed: true, cost };
  }

  /** @param {() => boolean} current */
  async function paint(current) {
    const work = await sliced(saidbyPaint.prepare(marks, collected), current);
    if (work.value && current()) {
      prepared = /** @type {any[]} */ (work.value);
      index();
      saidbyPaint.show(prepared, shown);
      publish();
      answerMenu();
    }
    return work.cost;
  }

  let fading = 0;
  // Colours that fade are read while they are between two; where they end up nothing tells but this.
  on(window, 'transitionend', (/** @type {TransitionEvent} */ e) => {
    if (e.propertyName !== 'color' || !prepared.length) return;
    clearTimeout(fading);
    fading = setTimeout(async () => {
      const mine = generation;
      const current = () => mine === generation && !stopped && !isOff();
      if (!alive() || !current()) return;
      const { value } = await sliced(saidbyPaint.turned(), current);
      if (value) await paint(current);
    }, FADED);
  });

  function repaint() {
    close();
    if (isOff()) saidbyPaint.clear(); else saidbyPaint.show(prepared, shown);
    publish();
  }

  /** Reads as if for the first time: nobody looked at what the page did while we were off. */
  function restart() {
    base = -1;
    sentBlocks = [];
    return read(true, true);
  }

  /** What follows when we may have been switched on or off. @param {boolean} before whether we were off */
  function turn(before) {
    if (before && !isOff()) restart();
    else if (!dormant()) repaint();
    else if (report || base >= 0) {
      forget();
      leave();
      api.runtime.sendMessage({ type: 'summary-changed' }).catch(() => {});
    }
  }

  /** Asks whether settings and permissions still cover this page. */
  async function recheck() {
    const answer = await ask({ type: 'covered', host });
    if (!alive() || typeof answer?.covered !== 'boolean' || answer.covered === covered) return;
    const before = isOff();
    covered = answer.covered;
    turn(before);
  }

  // ── what others see of us ──────────────────────────────────────────────────────────────────────────────────────────

  function counts() {
    /** @type {{all: Record<string, number>, strong: Record<string, number>}} */
    const c = { all: {}, strong: {} };
    const seen = new Set();
    for (const m of marks) {
      const key = `${m.kind} ${m.of}`;
      if (seen.has(key)) continue;
      seen.add(key);
      c.all[m.kind] = (c.all[m.kind] ?? 0) + 1;
      if (m.strong) c.strong[m.kind] = (c.strong[m.kind] ?? 0) + 1;
    }
    return c;
  }

  function summary() {
    const off = isOff();
    /** @type {any} */
    let r = null;
    if (report) {
      r = { ...report };
      const painted = new Set(marks.map((m) => m.of));
      // The list of quotations is shown with its words; the text itself would be sent for nothing.
      r.quotations = report.quotations.filter((/** @type {any} */ q) => painted.has(q.id)).map((/** @type {any} */ q) => ({ ...q, words: q.content.map(words).join(' … ').slice(0, 300) }));
      r.assertions = report.assertions.map((/** @type {any} */ a) => ({ ...a, words: report.text.slice(a.start, a.end).slice(0, 300) }));
      delete r.text;
      delete r.blocks;
    }
    return { status: off ? 'off' : status, error, generation, counts: counts(), report: r };
  }

  /** @param {any} s */
  const words = (s) => (Array.isArray(s) ? report.text.slice(s[0], s[1]) : report.text.slice(s.start, s.end));

  function publish() {
    const off = isOff();
    const visible = off ? 0 : new Set(prepared.filter(shown).map((p) => p.of)).size;
    const key = `${off ? 'off' : status} ${generation} ${visible} ${error?.key ?? ''}`;
    if (key === lastSummary || dormant() || !alive()) return;
    lastSummary = key;
    api.runtime.sendMessage({ type: 'painted', count: visible, page }).catch(() => {});
    api.runtime.sendMessage({ type: 'summary-changed' }).catch(() => {});
  }

  /** Tells that our count and our text are of no use any more. */
  function leave() {
    base = -1;
    sentBlocks = [];
    lastSummary = '';
    api.runtime.sendMessage({ type: 'left', page, document: documentId }).catch(() => {});
  }

  on(window, 'pagehide', () => { if (generation && alive()) leave(); });
  on(window, 'pageshow', async (/** @type {PageTransitionEvent} */ e) => {
    if (!e.persisted || !alive()) return;
    // Nothing was heard of what happened while the page was kept aside.
    const before = isOff();
    await load();
    turn(before);
    await recheck();
  });

  // ── pointing at marks ──────────────────────────────────────────────────────────────────────────────────────────────

  /** @type {Map<Node, {from: number, to: number, mark: any}[]>} */
  let byNode = new Map();

  function index() {
    byNode = new Map();
    for (const mark of prepared) {
      for (const p of mark.places) {
        const list = byNode.get(p.node);
        const entry = { from: p.from, to: p.to, mark };
        if (list) list.push(entry); else byNode.set(p.node, [entry]);
      }
    }
  }

  const RANK = new Map(scope.SAIDBY_CATEGORIES.map((/** @type {any} */ c) => [c.key, c.group === 'unattributed' ? 0 : c.group === 'attributed' ? 1 : 2]));

  /** The marks under a point, uppermost first. @param {number} x @param {number} y */
  function at(x, y) {
    if (!prepared.length || isOff()) return [];
    const p = saidbyCard.position(x, y, collected?.roots ?? []);
    /** @type {any[] | undefined} */
    const list = p && byNode.get(p.node);
    if (!p || !list) return [];
    return uppermost(list.filter((/** @type {any} */ e) => e.from <= p.offset && p.offset <= e.to && shown(e.mark) && hits(e.mark, x, y)).map((/** @type {any} */ e) => e.mark));
  }

  /** Of several marks over the same words, the one speaks first whose trigger words they are. @param {any[]} found */
  function uppermost(found) {
    return found.sort((/** @type {any} */ a, /** @type {any} */ b) => RANK.get(a.kind) - RANK.get(b.kind) || Number(b.part === 'trigger') - Number(a.part === 'trigger') || a.places.length - b.places.length);
  }

  /** A caret is found beside a line, too; the words themselves must be under the point. @param {any} mark @param {number} x @param {number} y */
  function hits(mark, x, y) {
    return mark.ranges.some((/** @type {Range} */ r) => [...r.getClientRects()].some((b) => x >= b.left - 1 && x <= b.right + 1 && y >= b.top - 2 && y <= b.bottom + 2));
  }

  /**
   * The lines of a mark that its card must not cover: all that are in view, or where those are many, the one pointed at.
   * @param {any} mark @param {number} [x] @param {number} [y]
   */
  function rects(mark, x, y) {
    const all = mark.ranges.flatMap((/** @type {Range} */ r) => [...r.getClientRects()])
      .filter((/** @type {DOMRect} */ b) => b.width > 0 && b.bottom > 0 && b.top < window.innerHeight);
    if (!all.length) return [];
    const high = Math.max(...all.map((/** @type {DOMRect} */ b) => b.bottom)) - Math.min(...all.map((/** @type {DOMRect} */ b) => b.top));
    if (high < window.innerHeight * 0.3) return all;
    const near = x === undefined || y === undefined ? [] : all.filter((/** @type {DOMRect} */ b) => y >= b.top - 2 && y <= b.bottom + 2);
    return (near.length ? near : all).slice(0, 1);
  }

  let timer = 0;
  let x = 0;
  let y = 0;
  let menuX = 0;
  let menuY = 0;
  /** Opened by keyboard or command: stays while the pointer moves elsewhere. */
  let pinned = false;
  /** While a command scrolls to a mark. */
  let visiting = false;

  on(window, 'pointermove', (/** @type {PointerEvent} */ e) => {
    x = e.clientX;
    y = e.clientY;
    if (pinned) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!alive()) return;
      const found = at(x, y);
      if (found.length) explain(found, rects(found[0], x, y));
      else if (saidbyCard.isOpen() && !overCard()) saidbyCard.hide();
    }, REST);
  });
  function overCard() {
    return own(document, 'elementFromPoint').call(document, x, y) === saidbyCard.host();
  }

  /** What the open card is about. @type {Node | null} */
  let explained = null;

  /** @param {any[]} found marks, the uppermost first @param {DOMRect[]} where */
  function explain(found, where) {
    saidbyCard.show(report, found, where);
    explained = found[0].places[0].node;
  }

  function close() {
    pinned = false;
    explained = null;
    saidbyCard.hide();
  }

  /** Whether a node lies in another, across the borders of shadow roots. @param {Node | null} node @param {EventTarget | null} outer */
  function inside(node, outer) {
    for (let at = node; at; at = own(at, 'parentNode') ?? /** @type {any} */ (at).host ?? null) if (at === outer) return true;
    return false;
  }

  on(window, 'contextmenu', (/** @type {MouseEvent} */ e) => { menuX = e.clientX; menuY = e.clientY; });
  on(window, 'pointerdown', (/** @type {PointerEvent} */ e) => {
    x = e.clientX;
    y = e.clientY;
    if (overCard()) pinned = false; else close();
  });
  on(window, 'scroll', (/** @type {Event} */ e) => {
    if (!visiting && (!explained || inside(explained, e.target))) close();
  });
  on(window, 'keydown', (/** @type {KeyboardEvent} */ e) => {
    if (e.key === 'Escape' && saidbyCard.isOpen()) close();
  });

  /** Scrolls whatever has to be scrolled until the words are in view. @param {Range} range */
  function bring(range) {
    const start = range.startContainer.parentElement;
    if (start) own(start, 'scrollIntoView').call(start, { block: 'nearest', behavior: 'instant' });
    // Words in a tall block may still be out of its view, and a block in a scrolled one out of the window's.
    for (let el = start; el; el = own(el, 'parentElement') ?? own(el, 'getRootNode').call(el).host ?? null) {
      const height = own(el, 'clientHeight');
      if (el === own(document, 'scrollingElement') || el === own(document, 'body') || own(el, 'scrollHeight') <= height + 1) continue;
      if (!/auto|scroll/.test(getComputedStyle(el).overflowY)) continue;
      const r = range.getBoundingClientRect();
      const box = own(el, 'getBoundingClientRect').call(el);
      if (r.top < box.top || r.bottom > box.top + height) own(el, 'scrollBy').call(el, { top: r.top - box.top - height / 3, behavior: 'instant' });
    }
    const r = range.getBoundingClientRect();
    const margin = window.innerHeight * 0.15;
    if (r.top < margin || r.bottom > window.innerHeight - margin) window.scrollBy({ top: r.top - window.innerHeight / 3, behavior: 'instant' });
  }

  let walked = '';
  /** @param {any} mark */
  function visit(mark) {
    walked = mark.of;
    visiting = true;
    bring(mark.ranges[0]);
    requestAnimationFrame(() => {
      const found = prepared.filter((p) => p.of === mark.of && shown(p));
      if (found.length) {
        explain(found, rects(mark));
        pinned = saidbyCard.isOpen();
      }
      requestAnimationFrame(() => { visiting = false; });
    });
  }

  /** Whether there is something to go to; words in closed details have a place and are not seen. @param {any} mark */
  function reachable(mark) {
    const el = mark.places[0].node.parentElement;
    return shown(mark) && el && own(el, 'checkVisibility').call(el) && mark.ranges.some((/** @type {Range} */ r) => r.getClientRects().length);
  }

  /** @param {1 | -1} by */
  function step(by) {
    const seen = new Set();
    const stops = prepared.filter((p) => reachable(p) && !seen.has(p.of) && seen.add(p.of));
    if (!stops.length) return false;
    const i = stops.findIndex((p) => p.of === walked);
    visit(stops[(i < 0 ? (by > 0 ? 0 : stops.length - 1) : i + by + stops.length) % stops.length]);
    return true;
  }

  /** @param {string} text @returns {Promise<boolean>} */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // A page without TLS has no clipboard of its own.
      /** @param {ClipboardEvent} e */
      const put = (e) => { e.clipboardData?.setData('text/plain', text); e.preventDefault(); e.stopImmediatePropagation(); };
      window.addEventListener('copy', put, true);
      try { return own(document, 'execCommand').call(document, 'copy'); } finally { window.removeEventListener('copy', put, true); }
    }
  }

  /** Says something where the menu was opened. @param {string} key of a message @param {Element | null} [by] whose colours tell dark from light */
  function say(key, by) {
    const where = by ?? own(document, 'elementFromPoint').call(document, menuX, menuY);
    pinned = true;
    explained = null;
    saidbyCard.say(api.i18n.getMessage(key), [new DOMRect(menuX, menuY - 8, 1, 16)], saidbyPaint.isDark(where));
  }

  function explainHere(found = at(menuX, menuY)) {
    if (!found.length) { say('menu_no_mark'); return { found: false }; }
    explain(found, rects(found[0], menuX, menuY));
    pinned = saidbyCard.isOpen();
    return { found: true };
  }

  /** The quotation among marks, by itself those under the last right click, with who said it, in which piece, where. */
  async function copyQuotation(found = at(menuX, menuY)) {
    const q = report?.quotations.find((/** @type {any} */ q1) => found.some((/** @type {any} */ m) => m.of === q1.id));
    if (!q) { say('menu_no_quotation'); return { found: false }; }
    const who = [q.speaker.name, q.speaker.role].filter(Boolean).join(', ') || q.source.map(words).join(' ') || api.i18n.getMessage('card_no_speaker');
    const piece = [report.title, report.outlet?.name, report.published?.slice(0, 10)].filter(Boolean).join(', ');
    const copied = await copy(`${q.content.map(words).join(' … ')}\n— ${who}. ${piece ? `${piece}. ` : ''}${location.href}`);
    say(copied ? 'menu_copied' : 'said_not_copied');
    return { found: true, copied };
  }

  /** What was chosen from the menu before the page was read. @type {'explain' | 'copy' | ''} */
  let chosen = '';

  /** The marks in what is selected, uppermost first. */
  function selected() {
    const s = own(document, 'getSelection').call(document);
    const range = s?.rangeCount && !s.isCollapsed ? s.getRangeAt(0) : null;
    if (!range) return [];
    return uppermost(prepared.filter((m) => shown(m) && m.places.some((/** @type {any} */ p) => {
      try { return range.comparePoint(p.node, p.from) < 1 && range.comparePoint(p.node, p.to) > -1; } catch { return false; /* in another tree */ }
    })));
  }

  /** Answers the entry of the menu that had this page read: nobody was here to see where the click was, but a selection tells. */
  function answerMenu() {
    const entry = chosen;
    if (!entry || status === 'working' || isOff()) return;
    chosen = '';
    const found = selected();
    if (found.length) {
      const r = found[0].ranges[0].getBoundingClientRect();
      menuX = r.left;
      menuY = r.top + r.height / 2;
      if (entry === 'copy') copyQuotation(found); else explainHere(found);
      return;
    }
    menuX = Math.max(0, window.innerWidth / 2 - 180);
    menuY = 0;
    const text = prepared[0]?.places[0].node.parentElement ?? own(document, 'body');
    say(status === 'done' ? 'menu_read_now' : status === 'nothing' ? 'menu_read_nothing' : 'menu_not_read', text);
  }

  // ── messages ───────────────────────────────────────────────────────────────────────────────────────────────────────

  api.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== api.runtime.id || !alive() || typeof message !== 'object' || message === null) return false;
    const before = isOff();
    if (dormant() && message.type !== 'wake' && message.type !== 'recheck') return false;
    switch (message.type) {
      case 'get-summary': answer(summary()); return false;
      case 'wake':
        // The popup wakes us when it finds nobody here; a site that is off stays off.
        if (message.clicked) {
          if (dormant()) paused = false;
          clicked = true;
        }
        if (before && !isOff()) restart();
        else if (!isOff() && !report && status !== 'working') read(false, true);
        answer({ ok: true });
        return false;
      case 'recheck': recheck(); return false;
      case 'recount': lastSummary = ''; publish(); return false;
      case 'retry': case 'toggle': case 'show': {
        const state = message.type === 'toggle' ? (before ? 'summon' : 'hide') : message.type;
        // The other frames of the page do as the top one.
        api.runtime.sendMessage({ type: 'lead', state }).catch(() => {});
        become(state).then(() => answer({ ok: true }));
        return true;
      }
      case 'follow': if (window !== top) become(message.state); return false;
      case 'goto': {
        const mark = prepared.find((p) => p.of === message.of && reachable(p));
        if (mark) visit(mark);
        answer({ found: Boolean(mark) });
        return false;
      }
      case 'step': answer({ found: step(message.by === -1 ? -1 : 1) }); return false;
      case 'explain': answer(explainHere()); return false;
      case 'chosen':
        chosen = message.entry === 'copy' ? 'copy' : 'explain';
        answerMenu();
        return false;
      case 'state': answer({ paused, summoned, clicked }); return false;
      case 'copy': copyQuotation().then(answer, () => answer({ found: false })); return true;
      default: return false;
    }
  });

  /** @param {'retry'|'show'|'summon'|'hide'} state */
  async function become(state) {
    const before = isOff();
    paused = state === 'hide';
    summoned ||= state === 'summon';
    if (state === 'retry') await restart(); else if (before !== isOff()) turn(before);
  }

  api.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local' || !('settings' in changes) || !alive()) return;
    const before = isOff();
    const old = /** @type {any} */ (changes.settings.oldValue);
    settings = changes.settings.newValue ?? null;
    const rule = settings?.sites?.[host];
    if (rule === 'off' && old?.sites?.[host] !== 'off') summoned = false;
    if (rule !== 'off') paused = false;
    turn(before);
    if (Boolean(settings?.everywhere) !== Boolean(old?.everywhere) || rule !== old?.sites?.[host]) recheck();
  });

  async function load() {
    try { settings = (await api.storage.local.get('settings')).settings ?? null; } catch { /* defaults */ }
  }

  async function begin() {
    await load();
    if (window !== top) {
      // A frame that comes later does as its page was told before.
      const state = await ask({ type: 'state' });
      paused ||= Boolean(state?.paused);
      summoned ||= Boolean(state?.summoned);
      clicked ||= Boolean(state?.clicked);
    }
    if (!alive()) return;
    watcher = saidbyWatch.watch(read, alive);
    await watcher.now();
  }
  begin();
})();
