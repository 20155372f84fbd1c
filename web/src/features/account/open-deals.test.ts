import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '@/lib/records-api';
import { comingUp, inOrder, openTotals, progressOf } from './open-deals';

const deal = (id: string, more: Record<string, unknown>) => ({ id, title: id, type: 'deal', updated_at: '2026-01-01', deal_state: 'open', ...more }) as unknown as AnyRecord;

describe('deals of an account', () => {
  it('shows one sum a currency, the largest first', () => {
    const sums = [{ amount: 150.5, currency: 'USD' }, { amount: 900, currency: 'EUR' }];
    expect(openTotals([{ state: 'won', deals: 1, amount: { amount: 7, currency: 'USD' } }, { state: 'open', deals: 3, amount: sums }])).toEqual([sums[1], sums[0]]);
    expect(openTotals([{ state: 'open', deals: 1, amount: { amount: 7, currency: 'USD' } }])).toEqual([{ amount: 7, currency: 'USD' }]);
    expect(openTotals([{ state: 'open', deals: 2, amount: null }])).toEqual([]);
  });

  it('puts open deals first, the next signing on top', () => {
    const deals = [deal('won', { deal_state: 'won' }), deal('late', { deal_expected_signing_date: '2026-09-01' }), deal('none', {}), deal('soon', { deal_expected_signing_date: '2026-05-01' })];
    expect(inOrder(deals).map(d => d.id)).toEqual(['soon', 'late', 'none', 'won']);
  });

  it('knows how far a stage is', () => {
    expect(progressOf('proposal')).toBeCloseTo(4 / 6);
    expect(progressOf('lost')).toBeNull();
  });

  it('names only dates that the record holds', () => {
    const steps = comingUp(
      [deal('a', { title: 'Norrland Timber: Heron', deal_expected_signing_date: '2026-03-01' }), deal('b', { deal_state: 'won', deal_end_date: '2026-04-30' }), deal('c', { deal_state: 'won', deal_end_date: '2029-01-01' }), deal('d', {})],
      'Norrland Timber', '2026-03-10', '2026-09-10');
    expect(steps.map(s => [s.text, s.late])).toEqual([['Heron: signing expected', true], ['b ends', false]]);
  });
});
