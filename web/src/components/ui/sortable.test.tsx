import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { moved, Sortable } from './sortable';

it('moves one and keeps the others in order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

it('is ordered by the arrow keys and says where a thing is now', () => {
  const onOrder = vi.fn();
  render(<Sortable label="Stages" items={['Lead', 'Proposal', 'Won']} keyOf={s => s} nameOf={s => s} onOrder={onOrder}>{s => s}</Sortable>);
  fireEvent.keyDown(screen.getByRole('button', { name: /Move Lead, 1 of 3/ }), { key: 'ArrowDown' });
  expect(onOrder).toHaveBeenCalledWith(['Proposal', 'Lead', 'Won']);
  expect(screen.getByRole('status')).toHaveTextContent('Lead is now 2 of 3');
  fireEvent.keyDown(screen.getByRole('button', { name: /Move Lead/ }), { key: 'ArrowUp' });
  expect(onOrder).toHaveBeenCalledTimes(1);
});
