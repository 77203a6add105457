// @mozilla/readability with jsdom on saved pages, for `cargo xtask bench pages`. Arguments: INPUTS OUTPUT; a
// `{"id", "html", "url"}` a line comes in, a row for the scorer goes out, the median time per page is printed.

import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { JSDOM, VirtualConsole } from 'jsdom';
import { Readability } from '@mozilla/readability';

const [inputs, output] = process.argv.slice(2);
const out = createWriteStream(output);
/** @type {number[]} */
const times = [];
for await (const line of createInterface({ input: createReadStream(inputs) })) {
  const { id, html, url } = JSON.parse(line);
  const began = performance.now();
  /** @type {any} */
  let row = { id };
  try {
    // A console of its own, since jsdom tells of every style sheet that it can't parse.
    const dom = new JSDOM(html, { url: url ?? undefined, virtualConsole: new VirtualConsole() });
    const a = /** @type {any} */ (new Readability(dom.window.document).parse());
    if (a) row = { id, title: a.title, authors: a.byline ? [a.byline] : [], published: a.publishedTime, outlet: { name: a.siteName }, text: a.textContent };
    dom.window.close();
  } catch { /* a page that it can't read is an empty row */ }
  times.push(performance.now() - began);
  out.write(`${JSON.stringify(row)}\n`);
}
await new Promise((done) => out.end(() => done(undefined)));
times.sort((a, b) => a - b);
console.log(`readability ${(times[times.length >> 1] ?? 0).toFixed(3)}`);
