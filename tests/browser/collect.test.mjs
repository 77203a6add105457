// The two readers of a page hold to the same rules: what `content/collect.js` reads of a page in a browser, the command
// line's `src/html.rs` reads of its file. So the report of the one is the report of the other.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { FIRST, SECOND, page } from './fixtures.mjs';
import { browsers, cli, launch, root, serve } from './harness.mjs';

const collect = readFileSync(path.join(root, 'extension/content/collect.js'), 'utf8');

/** Pages of our own, each with something that the two might read differently. @type {Record<string, string>} */
const own = {
  plain: page(FIRST),
  breaks: page('<div>The dam held through the night, said Ida Holm, the mayor of Lindvik.<br><br>“We were lucky,” Holm said.<br>She left at six.<br> <br/>Nobody was hurt, according to the fire service.<hr>The road opens on Friday, the county said.</div>'),
  inline: page('<p>“The <b>water</b> <i>came</i><span> at </span><a href="/x">night</a>,”&nbsp;<em>said</em> <span class="name">Ida <q>Ice</q> Holm</span>, the mayor of Lindvik.</p><p>H<sub>2</sub>O, E<sup>2</sup> and an un<wbr>broken word, a co&shy;operative, a zero\u200bwidth, a pic<img alt="x" src="data:,">ture, a <meta itemprop="keywords" content="x">meta and a <link itemprop="url" href="/y">link.</p>'),
  hidden: page(`${FIRST}<p hidden>Nobody sees this.</p><p style="display: none">Nor this.</p><p style="visibility:hidden">Nor that.</p><p aria-hidden="true">But this is seen by all who read the page.</p><dialog>A closed dialog.</dialog><div contenteditable>A draft of somebody’s own.</div><textarea>A form.</textarea><button>Press</button><noscript>No script here.</noscript><template><p>A mould.</p></template><svg><text>Drawn</text></svg><select><option>One</select>`),
  lists: page(`${FIRST}<ul><li>One thing, said Holm.<li>Another <p>with a paragraph</p> after it</ul><dl><dt>Term<dd>What it means</dl><table><tr><td>Cell<td>Next cell<tr><th>Head</table><blockquote>“It is a quotation of a whole block,” she said.</blockquote><pre>  kept   as
  it  stands </pre>`),
  details: page(`${FIRST}<details><summary>More on the river</summary><p>It rose two metres, the county said.</p></details><figure><img alt="x" src="data:,"><figcaption>The river on Monday. Photo: Per Lund</figcaption></figure>`),
  unclosed: '<title>Unclosed</title><article><h1>Unclosed</h1><p>One paragraph, said Ida Holm, the mayor of Lindvik.<p>Another <b>bold <i>and slanted</b> text</i> that goes on.<div>“A block,” Holm said.<p>Inside it.</div>After it, the county said in a statement that the road would open.</article>',
  scripts: page(`${FIRST}<p>雨が降った。「家にいて」と彼は言った。 Ένα. 😀 “Bring 😀 boots,” said Ida Holm, the mayor of Lindvik.</p><p dir="rtl">قال العمدة: «ابقوا في بيوتكم».</p><p><ruby>漢<rp>(<rt>kan<rp>)</ruby> and a &#x1F600; &amp; &lt;b&gt; &copy;</p>`),
  hints: page(`<p class="date ${'x'.repeat(420)}"><time class="${'y'.repeat(380)}" datetime="2023-01-18T10:00:00+02:00">18 January 2023</time></p>${FIRST}`),
  nested: page(`${'<div>'.repeat(300)}${FIRST}${'</div>'.repeat(300)}`),
  two: page(`${FIRST}</article><article><h2>The harvest</h2>${SECOND}`),
};
for (const dir of readdirSync(path.join(root, 'tests/pages')).sort()) {
  const file = path.join(root, 'tests/pages', dir, 'source.html');
  if (existsSync(file)) own[`pages/${dir}`] = readFileSync(file, 'utf8');
}
own.sample = readFileSync(path.join(root, 'www/samples/news.html'), 'utf8');

for (const name of browsers) {
  test(`${name}: a page in the browser is read as its file is`, { timeout: 120_000 }, async (t) => {
    const server = await serve({ '/': '<!doctype html><title>core</title>' }, [root]);
    const b = await launch(name, { extension: false });
    t.after(async () => { await b.close(); await server.close(); });
    const p = await b.browser.newPage();
    for (const [key, html] of Object.entries(own)) {
      await t.test(key, async () => {
        const route = `/case/${key.replace('/', '-')}.html`;
        server.routes[route] = html;
        await p.goto(server.url + route);
        const got = await p.evaluate(async (source) => {
          (0, eval)(source);
          const walk = /** @type {any} */ (globalThis).saidbyCollect.collect();
          let step = walk.next();
          while (!step.done) step = walk.next();
          const { page: read, blocks } = step.value;
          const core = await import(/** @type {any} */ ('/pkg/saidby.js'));
          await core.default();
          const { report } = core.analyzePage({ ...read, blocks: blocks.map((/** @type {any} */ x) => ({ node: x.node, text: x.text, inlines: x.inlines })) });
          return JSON.parse(JSON.stringify(report));
        }, collect);
        const file = JSON.parse(execFileSync(cli, ['annotate', '-', '--input', 'html', '--format', 'json', '--offsets', 'utf16', '--url', server.url + route], { input: html, encoding: 'utf8', maxBuffer: 1 << 28 }));
        // The command line gives the body alone; what stands outside it comes after.
        assert.equal(got.text.slice(0, file.text.length), file.text);
        for (const field of ['title', 'published', 'modified', 'section', 'lang']) assert.equal(got[field] ?? null, file[field] ?? null, field);
        const plain = (/** @type {any} */ v) => JSON.parse(JSON.stringify(v, (_, x) => (x === null ? undefined : typeof x === 'number' ? Math.fround(x) : x)));
        for (const field of ['authors', 'quotations', 'assertions']) assert.deepEqual(plain(got[field]), plain(file[field]), field);
      });
    }
  });
}
