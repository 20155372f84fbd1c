import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '@/lib/records-api';
import { filterOf, inOrder, kindOf } from './assets-api';

const record = (id: string, title: string) => ({ id, title, type: 'file', version: 1, created_at: '', updated_at: '' }) as AnyRecord;

describe('assets', () => {
  it('are looked for in the library only', () => {
    expect(filterOf({ kind: '', product: '' })).toEqual({ and: [{ field: 'library', op: 'is', value: true }] });
    expect(filterOf({ kind: 'pdf', product: 'p1' })).toEqual({
      and: [{ field: 'library', op: 'is', value: true }, { field: 'content_type', op: 'in', value: ['application/pdf'] }, { field: 'product_ids', op: 'is', value: 'p1' }],
    });
  });

  it('keep the order in which they were found, with the words that matched', () => {
    const match = { field: 'text', label: 'Text', text: 'costs 20', ranges: [[0, 5]] as [number, number][] };
    const hits = [{ id: 'b', title: 'Prices', highlights: [match] }, { id: 'gone', title: 'Gone', highlights: [] }, { id: 'a', title: 'Deck', highlights: [] }];
    expect(inOrder(hits, [record('a', 'Deck'), record('b', 'Prices')])).toEqual([{ record: record('b', 'Prices'), match }, { record: record('a', 'Deck') }]);
  });

  it('are told apart by what is in them', () => {
    expect(kindOf('image/webp')).toBe('Pictures');
    expect(kindOf('application/zip')).toBe('File');
  });
});
