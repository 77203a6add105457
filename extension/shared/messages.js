// The protocol between the extension's parts. Nothing runs here. `tsc --checkJs` holds to these types who names them: the
// reading of a request, and what our pages tell a content script; a message that comes in is checked where it is heard.
//
// Every message is a plain object with `type`. Every answer to a request of a content script or a page of ours is
// either what is asked for or `{error: {key, message}}`; nothing rejects across the border.

/**
 * @typedef {{key: string, message: string}} Fault  `key` is stable: `too-large`, `core`, `malformed`, `unreachable`;
 *   `message` says it in plain words.
 * @typedef {{start: number, end: number, tag: string, hints: string, href: string}} Inline  UTF-16 offsets
 * @typedef {{node: number, text: string, inlines: Inline[]}} Block
 * @typedef {{parent: number | null, tag: string, hints: string}} PageNode
 * @typedef {{title: string, metas: {name: string, content: string}[], links: {rel: string, href: string}[], json_ld: string[]}} Head
 * @typedef {{url: string, lang: string | null, head: Head, nodes: PageNode[], blocks: Block[]}} Page
 * @typedef {{kind: string, part: 'whole'|'content'|'source'|'cue'|'trigger', of: string, block: number, start: number, end: number, strong: boolean}} Mark
 */

// ── content script → background ────────────────────────────────────────────────────────────────────────────────────

/**
 * Reads a page. With `base`, `blocks` are only those between the first `keepStart` and the last `keepEnd` blocks of the
 * page that was sent as generation `base`; a background that does not know that page (it died meanwhile) answers
 * `{needFull: true}` and the whole page is sent.
 * @typedef {object} Analyze
 * @property {'analyze'} type
 * @property {number} generation
 * @property {number} [base]
 * @property {number} [keepStart]
 * @property {number} [keepEnd]
 * @property {string} document  tells documents of one frame apart
 * @property {number[]} nodeOf  the node of every block of the page, kept ones included
 * @property {Omit<Page, 'blocks'> & {blocks: Omit<Block, 'node'>[]}} page
 *
 * @typedef {{generation: number, report?: any, marks?: Mark[], needFull?: boolean, error?: Fault}} Analyzed
 * @typedef {{type: 'covered', host: string}} Covered  whether settings and permissions cover a page; answered `{covered}`
 * @typedef {{type: 'painted', count: number, page: number}} Painted  for the badge: how many annotations a frame shows;
 *   `page` is the same for all frames of a page
 * @typedef {{type: 'left', page: number, document: string}} Left  a document is left: its count and its text can go
 * @typedef {{type: 'lead', state: 'retry'|'show'|'summon'|'hide'}} Lead  the top frame's word to the other frames
 * @typedef {{type: 'state'}} State  a frame that comes later asks what its page was told; passed on to the top frame, which answers
 *   `{paused, summoned, clicked}`
 * @typedef {{type: 'summary-changed'}} SummaryChanged  heard by open popups and panels too
 */

// ── background → content scripts of a tab ────────────────────────────────────────────────────────────────────────────

/**
 * @typedef {{type: 'wake', clicked: boolean}} Wake  reads the page if that is wanted; `clicked`: the reader asked for it
 * @typedef {{type: 'recheck'}} Recheck  permissions changed: asks {@link Covered} again
 * @typedef {{type: 'recount'}} Recount  asks for {@link Painted}
 * @typedef {{type: 'follow', state: Lead['state']}} Follow
 * @typedef {{type: 'chosen', entry: 'explain' | 'copy'}} Chosen  the entry of the menu that had this page read
 */

// ── popup, panel, options, welcome → content script, `tabs.sendMessage(tabId, …, {frameId: 0})` ─────────────────────────

/**
 * @typedef {{type: 'get-summary'}} GetSummary  answered with {@link Summary}
 * @typedef {{type: 'retry'}} Retry  reads the page anew
 * @typedef {{type: 'show'}} Show  brings back marks that were hidden in this tab
 * @typedef {{type: 'goto', of: string}} Goto  scrolls to an annotation and opens its card; answered `{found}`
 * @typedef {{type: 'step', by: 1 | -1}} Step  the next or previous mark
 * @typedef {{type: 'explain'} | {type: 'copy'}} AtPointer  on what was last right-clicked
 * @typedef {GetSummary | Retry | Show | Goto | Step | AtPointer} ToContent
 *
 * @typedef {object} Summary
 * @property {'off'|'working'|'done'|'failed'|'nothing'} status
 * @property {Fault | null} error
 * @property {number} generation
 * @property {{all: Record<string, number>, strong: Record<string, number>}} counts  annotations by category
 * @property {any} report  the report less its text and blocks, or null
 */

// ── popup, panel, options, welcome → background, `runtime.sendMessage` ───────────────────────────────────────────────────

/**
 * @typedef {{type: 'activate', tabId: number}} Activate  injects the content script; `{ok: true}` or `{error}`
 * @typedef {{type: 'sync-permissions'}} SyncPermissions  registers the content script for what settings and permissions allow
 */

export {};
