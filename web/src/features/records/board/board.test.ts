import { describe, expect, it } from 'vitest';
import type { Board } from '@/lib/lists-api';
import { company } from '@/testing/fixtures';
import { keyAction } from './board';
import { moved } from './use-board';

const board: Board = {
  columns: [
    { value: 'exploring', label: 'Exploring', count: 5, totals: {}, data: [company(2), company(4)] },
    { value: 'trying', label: 'Trying', count: 0, totals: {}, data: [] },
    { value: 'using', label: 'Using', count: 1, totals: {}, data: [company(1)] },
  ],
};
const [first, , last] = board.columns;
const c2 = first!.data[0]!;
const c1 = last!.data[0]!;

describe('a board', () => {
  it('moves a card to the top of another column and counts it there', () => {
    const next = moved(board, 'c2', 'customer_state', 'using');
    expect(next.columns.map(c => [c.count, c.data.map(r => r.id)])).toEqual([[4, ['c4']], [0, []], [2, ['c2', 'c1']]]);
    expect(next.columns[2]?.data[0]?.customer_state).toBe('using');
    expect(moved(board, 'c1', 'customer_state', 'using')).toEqual(board);
    expect(moved(board, 'gone', 'customer_state', 'using')).toBe(board);
  });

  it('goes between cards by arrows and skips empty columns', () => {
    expect(keyAction('ArrowDown', c2, board.columns, null)).toEqual({ kind: 'go', id: 'c4' });
    expect(keyAction('ArrowRight', c2, board.columns, null)).toEqual({ kind: 'go', id: 'c1' });
    expect(keyAction('ArrowLeft', c2, board.columns, null)).toEqual({ kind: 'ignore' });
    expect(keyAction('Enter', c2, board.columns, null)).toBeNull();
  });

  it('carries a card by keyboard, drops it or puts it back', () => {
    expect(keyAction(' ', c1, board.columns, null)).toEqual({ kind: 'lift', to: 2 });
    const lifted = { id: 'c1', to: 2 };
    expect(keyAction('ArrowLeft', c1, board.columns, lifted)).toEqual({ kind: 'carry', to: 1 });
    expect(keyAction('ArrowRight', c1, board.columns, lifted)).toEqual({ kind: 'ignore' });
    expect(keyAction(' ', c1, board.columns, { id: 'c1', to: 0 })).toEqual({ kind: 'drop', to: 0 });
    expect(keyAction('Escape', c1, board.columns, lifted)).toEqual({ kind: 'cancel' });
  });
});
