// The extension's shared modules, without a browser.

import assert from 'node:assert/strict';
import test from 'node:test';
import { merge } from '../../extension/shared/delta.js';
import * as settings from '../../extension/shared/settings.js';

/** @param {string} text */
const block = (text) => ({ text, inlines: [] });
const head = { title: '', metas: [], links: [], json_ld: [] };
/** @param {object} more @param {string[]} texts @returns {any} */
const request = (more, texts) => ({ type: 'analyze', generation: 2, ...more, page: { url: 'u', lang: null, head, nodes: [{ parent: null, tag: 'body', hints: '' }], blocks: texts.map(block) } });
const old = { generation: 1, page: /** @type {any} */ ({ url: 'u', lang: null, head, nodes: [], blocks: ['a', 'b', 'c', 'd'].map((t) => ({ node: 0, ...block(t) })) }) };

test('a delta and its page make the whole page', () => {
  const page = merge(request({ base: 1, keepStart: 1, keepEnd: 2, nodeOf: [0, 0, 0, 0, 7] }, ['x', 'y']), old);
  assert.deepEqual(page?.blocks.map((b) => b.text), ['a', 'x', 'y', 'c', 'd']);
  assert.equal(page?.blocks[4].node, 0, 'a node out of bounds is clamped');
});

test('a delta on an unknown page asks for the whole', () => {
  assert.equal(merge(request({ base: 1, keepStart: 1, keepEnd: 2, nodeOf: [0, 0, 0] }, []), undefined), null);
  assert.equal(merge(request({ base: 9, keepStart: 1, keepEnd: 2, nodeOf: [0, 0, 0] }, []), old), null);
  assert.equal(merge(request({ base: 1, keepStart: 3, keepEnd: 2, nodeOf: [0, 0, 0, 0, 0] }, []), old), null);
});

test('settings keep what they understand', () => {
  const s = settings.validate({ version: 9, kinds: { direct: false, nonsense: true, mixed: 'no' }, strength: 'strong', sites: { 'A.example': 'off', 'b c': 'off', 'd.example': 'maybe' }, everywhere: 1 });
  assert.deepEqual(s, { version: 1, kinds: { direct: false }, strength: 'strong', sites: { 'a.example': 'off' }, everywhere: false });
  for (const junk of [null, 1, 'x', [], { sites: 3, kinds: [] }]) assert.deepEqual(settings.validate(junk), settings.defaults());
});

test('an export can be imported, and a wrong file says why', () => {
  const s = settings.validate({ kinds: { direct: false }, sites: { 'a.example': 'always' } });
  assert.deepEqual(settings.importText(settings.exportText(s)), s);
  assert.throws(() => settings.importText('{'), /no JSON/);
  assert.throws(() => settings.importText('{"version":2}'), /version/);
  assert.throws(() => settings.importText(' '.repeat(settings.MAX_IMPORT + 1)), /longer/);
});

test('a switch set back to its default is no override', () => {
  const s = settings.defaults();
  settings.setKind(s, 'direct', false);
  assert.equal(settings.isOn(s, 'direct'), false);
  settings.setKind(s, 'direct', true);
  assert.deepEqual(s.kinds, {});
});
