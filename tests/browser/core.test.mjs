// The core says the same in a browser as on the command line, bit by bit.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { browsers, cli, launch, root, serve } from './harness.mjs';

const samples = path.join(root, 'www/samples');
const texts = [
  ...readdirSync(samples).filter((f) => f.endsWith('.txt')).sort().map((f) => readFileSync(path.join(samples, f), 'utf8')),
  '',
  '“Bring 😀 boots,” said Ida Holm.\n\nShe added that the dike, "old as it is", would hold.\n\nCritics say otherwise.',
  'Η βροχή έπεσε. «Μείνετε σπίτι», είπε.\n\n雨が降った。「家にいて」と彼は言った。',
  `${'“'.repeat(2000)}said${'”'.repeat(2000)}`,
];

/** A report of 28,000 words. */
const report = `${readFileSync(path.join(samples, 'report.txt'), 'utf8').trim()}\n\n`;
const long = report.repeat(Math.ceil(28_000 / report.split(/\s+/).length));

/** What the command line says, an object a text. */
function native() {
  const input = texts.map((text, i) => JSON.stringify({ id: i, text })).join('\n');
  const args = ['annotate', '-', '--input', 'jsonl', '--format', 'jsonl', '--offsets', 'utf16'];
  const out = execFileSync(cli, args, { input, maxBuffer: 1 << 28, encoding: 'utf8' });
  return out.trim().split('\n').map((line) => { const o = JSON.parse(line); delete o.id; return o; });
}

test('the command line reads 5 MB whole, and says where it stops at more than it takes', () => {
  const piece = 'Rain 😀 fell. “Bring boots,” said Mayor Ida Holm.\n\n';
  const read = (/** @type {string} */ text) => {
    const args = ['annotate', '-', '--input', 'text', '--format', 'jsonl', '--offsets', 'byte'];
    const out = execFileSync(path.join(root, 'target/release/saidby'), args, { input: text, maxBuffer: 1 << 30, encoding: 'utf8', timeout: 300_000 });
    return JSON.parse(out);
  };
  const most = piece.repeat(Math.ceil(5_000_000 / Buffer.byteLength(piece)));
  const whole = read(most);
  assert.equal(whole.text, most);
  assert.ok(whole.quotations.length > 10_000);
  assert.deepEqual(whole.notes, []);
  const more = read(piece.repeat(Math.ceil(9_000_000 / Buffer.byteLength(piece))));
  assert.deepEqual(more.notes.map((/** @type {any} */ n) => n.key), ['truncated']);
  assert.match(more.notes[0].message, /8 MB/);
});

for (const name of browsers) {
  test(`${name}: the report of the wasm core is the command line's`, async () => {
    const server = await serve({ '/': '<!doctype html><title>core</title><link rel="icon" href="data:,">' }, [root]);
    const b = await launch(name, { extension: false });
    try {
      const page = await b.browser.newPage();
      await page.goto(`${server.url}/`);
      const { reports, size } = await page.evaluate(async (all, last) => {
        const core = await import(/** @type {any} */ ('/pkg/saidby.js'));
        const { memory } = await core.default();
        const reports = all.map((t) => core.analyzeText(t).report);
        core.analyzeText(last);
        return { reports, size: memory.buffer.byteLength };
      }, texts, long);
      // What a background may keep for good: memory of wasm only grows.
      assert.ok(size < 16 << 20, `${size} bytes of memory`);
      const expected = native();
      assert.equal(reports.length, expected.length);
      // Numbers are single precision in the core: JSON writes them short, JavaScript widens them.
      const plain = (/** @type {any} */ v) =>
        JSON.parse(JSON.stringify(v, (_, x) => (x === null ? undefined : typeof x === 'number' ? Math.fround(x) : x)));
      // The command line gives the words of each provenance mark besides, for notes outside the article's text.
      for (const e of expected) for (const m of e.provenance) delete m.text;
      expected.forEach((e, i) => {
        for (const key of Object.keys(plain(e))) assert.deepEqual(plain(reports[i])[key], plain(e)[key], `text ${i}: ${key}`);
      });
    } finally {
      await b.close();
      await server.close();
    }
  });
}
