import { describe, expect, it } from 'vitest';
import { byWords, type Outdated } from './outdated-api';

const use = (id: string, entry: string, reason: string, old: string): Outdated => ({
  use: { id, entry, version: 1, words: old, exact: true, in: { kind: 'deck', record_type: null, record_id: null, label: id, url: null }, person: null, company: null, on: '2026-11-01', out: true },
  entry: { id: entry, title: 'Now', version: 2, kind: 'headline', tree_id: 't' },
  reason, why: '', old_text: old, new_text: null, replacement: null,
});

describe('outdated uses', () => {
  it('stand together by the words that are out, what may not be said first', () => {
    const groups = byWords([use('1', 'a', 'changed', 'Old'), use('2', 'b', 'permission', 'Named'), use('3', 'a', 'changed', 'Old'), use('4', 'a', 'changed', 'Older')]);
    expect(groups.map(g => g.places.map(p => p.use.id))).toEqual([['2'], ['1', '3'], ['4']]);
  });
});
