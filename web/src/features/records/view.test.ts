import { describe, expect, it } from 'vitest';
import { fromConditions, nextSort, readView, toConditions, toQuery, writeView } from './view';

const view = { filter: { field: 'stage', op: 'is', value: 'won' }, sort: ['-deal_amount', 'name'], q: 'acme', bin: false };

describe('a list in the address bar', () => {
  it('comes back as it was written', () => {
    expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
    expect(writeView({ filter: null, sort: [], q: '', bin: false })).toBe('');
  });

  it('survives a broken filter', () => {
    expect(readView(new URLSearchParams('filter={oops')).filter).toBeNull();
  });

  it('joins the quick search with the filter', () => {
    expect(toQuery(view, 'name')).toEqual({
      filter: { and: [{ field: 'name', op: 'starts_with', value: 'acme' }, view.filter] },
      sort: ['-deal_amount', 'name'],
    });
    expect(toQuery({ ...view, filter: null, q: ' ', sort: [] }, 'name')).toEqual({});
  });
});

describe('filter conditions', () => {
  it('flatten one level and back', () => {
    const tree = { or: [{ field: 'a', op: 'empty' }, { field: 'b', op: 'is', value: 1 }] };
    expect(fromConditions(toConditions(tree)!)).toEqual(tree);
    expect(fromConditions({ join: 'or', list: [] })).toBeNull();
  });

  it('leave deeper trees alone', () => {
    expect(toConditions({ not: { field: 'a', op: 'empty' } })).toBeNull();
    expect(toConditions({ and: [{ or: [] }] })).toBeNull();
  });
});

describe('sorting by header', () => {
  it('goes up, down and off', () => {
    expect(nextSort([], 'name', false)).toEqual(['name']);
    expect(nextSort(['name'], 'name', false)).toEqual(['-name']);
    expect(nextSort(['-name'], 'name', false)).toEqual([]);
  });

  it('keeps other fields with shift', () => {
    expect(nextSort(['stage'], 'name', true)).toEqual(['stage', 'name']);
    expect(nextSort(['stage', 'name'], 'stage', true)).toEqual(['-stage', 'name']);
    expect(nextSort(['-stage', 'name'], 'stage', true)).toEqual(['name']);
  });
});
