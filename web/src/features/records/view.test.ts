import { describe, expect, it } from 'vitest';
import type { SavedView } from '@/lib/lists-api';
import { isBare, isEdited, nextSort, ofSaved, plainView, readView, sameView, toQuery, toSaved, writeView, type View } from './view';

const view: View = { ...plainView, filter: { field: 'stage', op: 'is', value: 'won' }, sort: ['-deal_amount', 'name'], q: 'acme' };

describe('a list in the address bar', () => {
  it('comes back as it was written', () => {
    const all: View = { ...view, layout: 'board', by: 'stage', columns: ['name', 'company_id.industry'], group: 'created_at:month', dates: ['created_at', 'due_date'], asOf: '2026-11-01T08:00:00Z', saved: 'v1' };
    expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
    expect(readView(new URLSearchParams(writeView(all)))).toEqual(all);
    expect(writeView(plainView)).toBe('');
  });

  it('survives a broken filter and an unknown layout', () => {
    expect(readView(new URLSearchParams('filter={oops&layout=globe'))).toEqual(plainView);
  });

  it('is bare only where it says nothing about the list', () => {
    expect(isBare(new URLSearchParams('create=1'))).toBe(true);
    expect(isBare(new URLSearchParams('q=a'))).toBe(false);
    expect(isEdited(new URLSearchParams(writeView(view, true)))).toBe(true);
  });

  it('joins the quick search with the filter', () => {
    expect(toQuery(view, 'name')).toEqual({
      filter: { and: [{ field: 'name', op: 'starts_with', value: 'acme' }, view.filter] },
      sort: ['-deal_amount', 'name'],
    });
    expect(toQuery({ ...view, filter: null, q: ' ', sort: [] }, 'name')).toEqual({});
    expect(toQuery({ ...plainView, asOf: '2026-11-01T08:00:00Z' }, 'name')).toEqual({ as_of: '2026-11-01T08:00:00Z' });
  });
});

describe('a saved view', () => {
  const saved: SavedView = { id: 'v1', name: 'Won', record_type: 'deal', layout: 'list', visibility: 'private', query: toSaved(view, ['stage', 'owner_id']).query };

  it('opens as it was kept', () => {
    expect(ofSaved(saved)).toEqual({ ...view, q: '', columns: ['stage', 'owner_id'], saved: 'v1' });
  });

  it('counts as changed by filter, sort or columns, not by what is typed into the search', () => {
    const now = ofSaved(saved);
    expect(sameView({ ...now, q: 'x', asOf: '2026-11-01T08:00:00Z' }, now)).toBe(true);
    expect(sameView({ ...now, sort: [] }, now)).toBe(false);
    expect(sameView({ ...now, columns: ['owner_id', 'stage'] }, now)).toBe(false);
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
