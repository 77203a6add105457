// A page from a delta and the page it builds on. Kept apart from the background so that tests can load it alone.

/** @typedef {import('./messages.js').Page} Page */

/**
 * The whole page, or null where the delta builds on a page that isn't here.
 * @param {import('./messages.js').Analyze} request
 * @param {{generation: number, page: Page} | undefined} known
 * @returns {Page | null}
 */
export function merge(request, known) {
  const { page, nodeOf, base } = request;
  /** @type {Omit<import('./messages.js').Block, 'node'>[]} */
  let blocks = page.blocks;
  if (base !== undefined) {
    const old = known?.page.blocks;
    const keepStart = Number(request.keepStart) || 0;
    const keepEnd = Number(request.keepEnd) || 0;
    if (!old || known.generation !== base || keepStart < 0 || keepEnd < 0 || keepStart + keepEnd > old.length) return null;
    blocks = [...old.slice(0, keepStart), ...blocks, ...old.slice(old.length - keepEnd)];
  }
  if (blocks.length !== nodeOf.length) return null;
  const last = page.nodes.length - 1;
  return {
    url: String(page.url), lang: page.lang, head: page.head, nodes: page.nodes,
    blocks: blocks.map((b, i) => ({ node: Math.min(Math.max(0, nodeOf[i]), Math.max(0, last)), text: b.text, inlines: b.inlines })),
  };
}
