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
  const s = settings.validate({ version: 1, kinds: { direct: false }, sites: { 'a.example': 'always' } });
  assert.deepEqual(settings.check(JSON.parse(settings.exportText(s))), { settings: s, faults: [] });
  assert.deepEqual(settings.check({ version: 2 }).faults, [['import_version', '2']]);
  const many = Object.fromEntries(Array.from({ length: settings.MAX_SITES + 1 }, (_, i) => [`s${i}.example`, 'off']));
  const { settings: kept, faults } = settings.check({ version: 1, sites: many });
  assert.deepEqual(faults, [['import_many_sites', String(settings.MAX_SITES)]]);
  assert.equal(Object.keys(kept.sites).length, settings.MAX_SITES);
});

test('a host is what an address of it has', () => {
  for (const [written, host] of [['a.example', 'a.example'], ['A.Example', 'a.example'], ['müller.example', 'xn--mller-kva.example'], ['a.example:8080', 'a.example'],
    ['a.example/b', 'a.example'], ['http://a.example:1/b', 'a.example'], ['[::1]', '[::1]'], ['localhost', 'localhost'], ['127.1', '127.0.0.1']]) assert.equal(settings.hostOf(written), host);
  for (const none of ['', ' ', 'a b', '*.example', 'about:config', 'chrome://settings', 'a..example']) assert.equal(settings.hostOf(none), null, none);
});

test('a change is taken back without what came after it', () => {
  const before = settings.withSite(settings.defaults(), 'a.example', 'off');
  const after = settings.withSite(settings.withKinds(settings.withSite(before, 'a.example', null), ['direct'], false), 'b.example', 'always');
  assert.deepEqual(settings.undone(after, before, after), before);
  const since = /** @type {const} */ ({ ...settings.withSite(settings.withSite(after, 'c.example', 'off'), 'b.example', 'off'), strength: 'strong' });
  assert.deepEqual(settings.undone(since, before, after), { ...before, strength: 'strong', sites: { 'a.example': 'off', 'b.example': 'off', 'c.example': 'off' } });
});

test('a switch set back to its default is no override, and the old settings stay whole', () => {
  const first = settings.defaults();
  const off = settings.withKinds(first, ['direct', 'mixed'], false);
  assert.equal(settings.isOn(off, 'direct'), false);
  assert.deepEqual(settings.withKinds(off, ['direct'], true).kinds, { mixed: false });
  assert.deepEqual(settings.withSite(settings.withSite(off, 'a.example', 'off'), 'a.example', null).sites, {});
  assert.deepEqual(first, settings.defaults());
});
