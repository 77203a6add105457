// A stand-in for the browser's extension API, so that the extension's own pages can be brought into every state a tab can
// be in. It runs in the page before its scripts; only tests use it.

/**
 * @param {{messages: Record<string, {message: string}>, summary: any, url: string, settings?: any, granted?: string[], grants?: boolean, activate?: any, stuck?: boolean, held?: boolean}} given
 *   `granted`: origins from the start; `stuck`: the background never answers; `held`: timers wait for `mocked.elapse()`
 */
export function mock(given) {
  const KEY = 'mock-settings';
  /** @type {any[]} */
  const said = [];
  /** @type {Array<(changes: any, area: string) => void>} */
  const listeners = [];
  /** @type {Array<(message: any, sender: any) => void>} */
  const heard = [];
  /** @type {Array<() => unknown>} */
  const fronted = [];
  /** @type {Array<() => unknown>} */
  const permitted = [];
  /** @param {string[]} origins */
  const grant = (origins) => { state.granted = origins; permitted.forEach((f) => f()); };
  const state = { said, summary: given.summary, url: given.url, granted: given.granted ?? [], grant, elapse, front, activated: given.summary !== null, announce: () => heard.forEach((f) => f({ type: 'summary-changed' }, { id: 'mock', tab: { id: 7 } })) };
  if (given.settings && !localStorage.getItem(KEY)) localStorage.setItem(KEY, JSON.stringify(given.settings));
  const read = () => JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined;
  const event = { addListener() {} };
  /** Brings another page to the front. @param {string} url @param {any} found */
  function front(url, found) {
    Object.assign(state, { url, summary: found, activated: found !== null });
    fronted.forEach((f) => f());
  }
  /** @type {Map<number, () => void>} */
  const due = new Map();
  const later = setTimeout;
  let timers = 0;
  if (given.held) {
    Object.assign(globalThis, {
      setTimeout: (/** @type {() => void} */ f) => { timers += 1; due.set(timers, f); return timers; },
      clearTimeout: (/** @type {number} */ id) => due.delete(id),
    });
  }
  /** Lets all timers run out that are set, and what they do come to its end. */
  async function elapse() {
    const all = [...due.values()];
    due.clear();
    all.forEach((f) => f());
    await new Promise((done) => { later(done, 0); });
  }
  /** @type {any} */ (globalThis).mocked = state;
  /** @type {any} */ (globalThis).chrome = {
    i18n: {
      getUILanguage: () => 'en',
      /** @param {string} key @param {string[]} values */
      getMessage: (key, values = []) => (given.messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => values[n - 1] ?? ''),
    },
    runtime: {
      id: 'mock',
      getManifest: () => ({ optional_host_permissions: ['<all_urls>'] }),
      openOptionsPage: () => said.push({ type: 'options' }),
      onMessage: { addListener: (/** @type {any} */ f) => heard.push(f) },
      /** @param {any} message */
      sendMessage: async (message) => {
        said.push(message);
        if (given.stuck) return new Promise(() => {});
        if (message.type === 'activate') { if (!given.activate?.error) state.activated = true; return given.activate ?? { ok: true }; }
        return { ok: true };
      },
    },
    storage: {
      local: {
        get: async () => ({ settings: read() }),
        /** @param {{settings: any}} value */
        set: async ({ settings }) => {
          const oldValue = read();
          localStorage.setItem(KEY, JSON.stringify(settings));
          listeners.forEach((f) => f({ settings: { oldValue, newValue: settings } }, 'local'));
        },
      },
      onChanged: { addListener: (/** @type {any} */ f) => listeners.push(f) },
    },
    permissions: {
      onAdded: { addListener: (/** @type {any} */ f) => permitted.push(f) },
      onRemoved: { addListener: (/** @type {any} */ f) => permitted.push(f) },
      /** @param {any} p */
      contains: async (p) => state.granted.includes('<all_urls>') || p.origins.every((/** @type {string} */ o) => state.granted.includes(o)),
      /** @param {any} p */
      request: async (p) => {
        said.push({ type: 'request', ...p });
        if (given.grants === false) return false;
        grant([...state.granted, ...p.origins]);
        return true;
      },
      /** @param {any} p */
      remove: async (p) => {
        // As Chromium does: what lies in the pattern goes with it.
        grant(p.origins.includes('<all_urls>') ? [] : state.granted.filter((o) => !p.origins.includes(o)));
        return true;
      },
    },
    tabs: {
      onActivated: { addListener: (/** @type {any} */ f) => fronted.push(f) }, onUpdated: event,
      getCurrent: async () => ({ id: 8 }),
      get: async () => ({ id: 7, url: state.url }),
      query: async () => [{ id: 7, url: state.url }],
      /** @param {number} id @param {any} message */
      sendMessage: async (id, message) => {
        said.push({ tab: id, ...message });
        if (!state.activated || !state.summary) throw new Error('Could not establish connection.');
        return message.type === 'goto' ? { found: message.of !== 'q9' } : state.summary;
      },
    },
    sidePanel: { open: async () => said.push({ type: 'panel' }) },
  };
}

/** A summary of an invented article with everything in it. */
export function summary() {
  const person = { name: 'Marta Oyen', role: 'mayor of Lindvik', kind: 'person' };
  const nobody = { name: 'a person close to the council', role: null, kind: 'anonymous' };
  /** @param {string} id @param {string} kind @param {any} speaker @param {number} confidence */
  const quotation = (id, kind, speaker, confidence) => ({ id, kind, event: 'speech', source: [], cue: [], content: [[0, 9]], words: `“Words of ${id}, said in the hall”`, speaker, confidence, because: `The verb “said” names ${speaker.name}.` });
  return {
    status: 'done', error: null, generation: 1,
    counts: { all: { direct: 2, indirect: 1, 'anonymous-source': 1, 'loaded-wording': 2, prediction: 1, byline: 1, published: 1, 'wire-credit': 1 }, strong: { direct: 2, 'loaded-wording': 1, byline: 1, published: 1, 'wire-credit': 1 } },
    report: {
      schema: 1, lang: 'en', title: 'Fish market to close', section: 'Opinion',
      outlet: { name: 'The Lindvik Courier', domain: 'news.example', country: 'Norway', owner: 'Fjord Media AS', kind: 'private company', facts: [
        { statement: 'Fjord Media AS owns The Lindvik Courier.', source: 'The company’s annual report', date: '2026-03' },
        { statement: 'The paper received a press grant.', source: 'Register of grants', date: '2019-05-02' }] },
      authors: [{ name: 'Ida Holm', affiliation: 'Institute for Coastal Studies' }, { name: 'Per Lund', affiliation: null }],
      published: '2026-11-20T08:30:00+01:00', modified: null,
      institutes: [{ name: 'Institute for Coastal Studies', facts: [{ statement: 'The institute is funded by the county.', source: 'Its website', date: '2025' }] }],
      provenance: [{ kind: 'wire-credit', start: null, end: null, value: 'Northern News Agency' }, { kind: 'correction', start: null, end: null, value: 'An earlier version gave the wrong year.' }],
      quotations: [quotation('q1', 'direct', person, 0.9), quotation('q2', 'direct', person, 0.8), quotation('q3', 'indirect', nobody, 0.5)],
      assertions: [
        { id: 'a1', kind: 'loaded-wording', start: 0, end: 5, words: 'The disastrous plan went ahead', triggers: [], rule: 'r', because: '“Disastrous” judges while it tells.', confidence: 0.9 },
        { id: 'a2', kind: 'prediction', start: 0, end: 5, words: 'the quarter will empty', triggers: [], rule: 'r', because: '“Will” tells what is not announced.', confidence: 0.5 }],
      statistics: { words: 400, sentences: 21, attributed: 8, unattributed: 3, plain: 10, sources: [
        { speaker: person, quotations: 2, words: 40, ids: ['q1', 'q2'] }, { speaker: nobody, quotations: 1, words: 12, ids: ['q3'] }] },
      notes: [],
    },
  };
}
