import { expect, it } from 'vitest';
import { readState, writeState } from './use-search';

it('keeps a search in the address', () => {
  const state = { q: 'tide flow', type: 'deal', filter: { field: 'stage', op: 'in', value: ['won'] }, full: true };
  expect(readState(new URLSearchParams(writeState(state)))).toEqual(state);
});

it('filters only within one type, and survives a broken address', () => {
  expect(writeState({ q: 'a', type: null, filter: { field: 'x', op: 'is' }, full: false })).toBe('?q=a');
  expect(readState(new URLSearchParams('q=a&filter={'))).toEqual({ q: 'a', type: null, filter: null, full: false });
});
