// Tells when the page has changed enough to be read again. Changes of text count at once; changes of attributes alone (a
// class, a style) may show or hide text and may also be an animation, so they wait longer each time they proved empty.
// However often a page rewrites itself, the time spent on reading it stays a small share: the pause grows with the cost.

(() => {
  const scope = /** @type {any} */ (globalThis);
  const { own } = scope.saidbyCollect;
  /** The page is read once it has been quiet for this long … */
  const QUIET = 200;
  /** … or this long after the first change. */
  const PATIENCE = 1_000;
  /** The longest pause that emptiness or cost lead to. */
  const LONGEST = 15_000;
  /** Pauses last this many times what the reading cost. */
  const SHARE = 20;

  /**
   * @param {(urlChanged: boolean) => Promise<{changed: boolean, cost: number}>} read
   * @param {() => boolean} alive
   */
  function watch(read, alive) {
    let url = location.href;
    let timer = 0;
    let first = 0;
    let strong = false;
    let pause = 0;
    let lastEnd = 0;
    let busy = false;
    let streak = 0;
    /** Weak, because a page of components makes and drops shadow roots as long as it is open. @type {WeakSet<Node>} */
    const watched = new WeakSet();
    const hidden = () => own(document, 'hidden');

    const observer = new MutationObserver((records) => {
      if (!alive()) { stop(); return; }
      let text = false;
      let any = false;
      for (const r of records) {
        if (r.type === 'attributes') { any = true; continue; }
        if (r.target === own(document, 'documentElement') && [...r.addedNodes, ...r.removedNodes].every((n) => n === scope.saidbyCard?.host())) continue;
        text = true;
        break;
      }
      if (text || any) schedule(text);
    });

    /** @param {boolean} text */
    function schedule(text) {
      const now = performance.now();
      if (sameUrl() === false) { pause = 0; streak = 0; text = true; }
      strong ||= text;
      first ||= now;
      if (busy) return;
      const due = Math.max(Math.min(now + (strong ? QUIET : 2 * QUIET), first + PATIENCE), lastEnd + pause);
      clearTimeout(timer);
      timer = setTimeout(go, Math.max(0, due - now));
    }

    function sameUrl() {
      return url.split('#')[0] === location.href.split('#')[0];
    }

    async function go() {
      if (busy) return;
      if (!alive()) { stop(); return; }
      // Nobody reads a tab in the back; it is read when it comes to the front.
      if (hidden()) { first ||= performance.now(); return; }
      busy = true;
      themes();
      clearTimeout(timer);
      const moved = !sameUrl();
      url = location.href;
      first = 0;
      strong = false;
      let changed = true;
      let cost = 0;
      try {
        ({ changed, cost } = await read(moved));
      } catch {
        if (!alive()) { stop(); return; }
      }
      streak = moved ? 0 : changed ? Math.min(streak + 1, 8) : Math.min(streak + 2, 8);
      // The first readings of a page that is still coming in are free of the growing pause.
      pause = Math.min(LONGEST, Math.max(cost * SHARE, streak > 4 ? 250 * 2 ** (streak - 4) : 0));
      lastEnd = performance.now();
      busy = false;
      if (first) schedule(strong);
      else relax();
    }

    /** A page that stays quiet for a while is read at once when it changes again. */
    function relax() {
      clearTimeout(timer);
      timer = setTimeout(() => { streak = 0; pause = 0; }, LONGEST);
    }

    /** @param {Node} root */
    function observe(root) {
      if (watched.has(root)) return;
      watched.add(root);
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'open', 'lang'] });
    }

    /** A theme is switched by whatever attribute of the outermost elements a page likes. */
    function themes() {
      for (const el of [own(document, 'documentElement'), own(document, 'body')]) {
        if (!el || watched.has(el)) continue;
        watched.add(el);
        observer.observe(el, { attributes: true });
      }
    }

    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const recoloured = () => { if (alive()) schedule(false); };
    const seen = () => { if (!hidden() && (first || !sameUrl())) go(); };
    const moved = () => { if (!alive()) stop(); else if (!sameUrl()) schedule(true); };
    function stop() {
      observer.disconnect();
      clearTimeout(timer);
      for (const type of ['popstate', 'hashchange', 'pageshow']) window.removeEventListener(type, moved);
      window.removeEventListener('visibilitychange', seen, true);
      scheme.removeEventListener('change', recoloured);
    }
    for (const type of ['popstate', 'hashchange', 'pageshow']) window.addEventListener(type, moved);
    window.addEventListener('visibilitychange', seen, true);
    scheme.addEventListener('change', recoloured);
    observe(document);
    return { observe, stop, now: go };
  }

  scope.saidbyWatch = { watch };
})();
