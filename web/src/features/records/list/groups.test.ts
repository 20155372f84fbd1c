import { describe, expect, it } from 'vitest';
import type { Group } from '@/lib/lists-api';
import { makeFormats } from '@/lib/format';
import { blockAt, blocksOf, groupFilter, lastDay, measuredText } from './groups';

const group = (stage: string | null, count: number): Group => ({ key: { stage }, label: {}, count, measures: {} });

describe('a grouped list', () => {
  const groups = [group('lead', 3), group('won', 2), group(null, 1)];

  it('finds the group of a line, folded ones take one line', () => {
    const { blocks, lines } = blocksOf(groups, 'stage', new Set(['won']));
    expect(lines).toBe(4 + 1 + 2);
    expect([0, 3, 4, 5, 6].map(line => blockAt(blocks, line)?.key)).toEqual(['lead', 'lead', 'won', '', '']);
  });

  it('asks for exactly the records of a group', () => {
    expect(groupFilter('stage', 'won')).toEqual({ field: 'stage', op: 'is', value: 'won' });
    expect(groupFilter('stage', null)).toEqual({ field: 'stage', op: 'empty' });
    expect(groupFilter('created_at:quarter', '2026-10-01')).toEqual({ field: 'created_at', op: 'between', value: ['2026-10-01', '2026-12-31'] });
  });

  it('knows the last day of a unit', () => {
    expect([lastDay('2026-02-01', 'month'), lastDay('2024-02-01', 'month'), lastDay('2026-11-16', 'week'), lastDay('2026-01-01', 'year')]).toEqual(['2026-02-28', '2024-02-29', '2026-11-22', '2026-12-31']);
  });

  it('writes totals, by currency where no rate joins them', () => {
    const format = makeFormats({ locale: 'en-GB', timeZone: 'UTC', currency: 'EUR' });
    expect(measuredText(format, { amount: 1_200_000, currency: 'EUR' })).toBe('€1.2m');
    expect(measuredText(format, [{ amount: 1000, currency: 'EUR' }, { amount: 5, currency: 'USD' }])).toBe('€1k + US$5');
    expect(measuredText(format, 4200)).toBe('4,200');
    expect(measuredText(format, null)).toBe('');
  });
});
