// The package as its reader meets it: the README's own example is run, not a copy of it.

import assert from 'node:assert/strict';
import { readFile, writeFile, rm, mkdtemp } from 'node:fs/promises';
import { test } from 'node:test';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyzeText, analyzePage, categories } from '../../pkg/index.js';

const pkg = fileURLToPath(new URL('../../pkg/', import.meta.url));

test('the README example runs and finds what it promises', async () => {
  const readme = await readFile(path.join(pkg, 'README.md'), 'utf8');
  const code = readme.match(/```js\n([\s\S]*?)```/)?.[1] ?? '';
  assert.ok(code.includes('analyzeText'));
  const dir = await mkdtemp(path.join(tmpdir(), 'saidby-'));
  try {
    const file = path.join(dir, 'example.mjs');
    await writeFile(file, code.replace("'saidby'", JSON.stringify(new URL('../../pkg/index.js', import.meta.url).href)));
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    assert.match(stdout, /Ida Holm → \[ '“We will stay open,”' \]/);
    assert.match(stdout, /unnamed-source|loaded-wording/);
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('offsets are UTF-16, also behind an emoji and in a second paragraph', async () => {
  const text = 'Rain 😀 fell.\n\n“Bring 😀 boots,” said Ida Holm.';
  const { report, marks } = await analyzeText(text);
  const q = report.quotations[0];
  assert.equal(report.text, text);
  assert.equal(text.slice(...q.content[0]), '“Bring 😀 boots,”');
  const content = marks.find((m) => m.part === 'content');
  assert.ok(content);
  assert.equal(content.block, 1);
  assert.equal('“Bring 😀 boots,” said Ida Holm.'.slice(content.start, content.end), '“Bring 😀 boots,”');
});

test('a malformed page is refused with an error, and the next call works', async () => {
  await assert.rejects(analyzePage(/** @type {any} */ ({ blocks: 7 })), /not a page/);
  const lone = await analyzePage({ nodes: [{ tag: 'body', hints: '' }], blocks: [{ node: 0, text: 'lone \ud800 surrogate' }] });
  assert.equal(lone.report.schema, 1);
  assert.ok((await categories()).length > 20);
});
