import { expect, it } from 'vitest';
import { dayOf, rangeOf, ticksOf } from './scale';

const today = dayOf('2026-11-22');

it('shows all dates and today, with room, but not a century', () => {
  const { from, to } = rangeOf(dayOf('2026-10-01'), dayOf('2027-01-10'), today, 'month');
  expect(from).toBeLessThan(dayOf('2026-10-01'));
  expect(to).toBeGreaterThan(dayOf('2027-01-10'));
  expect(rangeOf(dayOf('1926-01-01'), null, today, 'week').from).toBeGreaterThan(dayOf('2014-01-01'));
});

it('draws ticks as fine as the zoom has room for', () => {
  const month = ticksOf(dayOf('2026-11-01'), dayOf('2026-12-31'), 'month', 'en-GB');
  expect(month.major.map(t => t.label)).toEqual(['November 2026', 'December 2026']);
  expect(month.minor.map(t => new Date(t.day * 86_400_000).getUTCDay())).toEqual(month.minor.map(() => 1));
  expect(ticksOf(dayOf('2026-11-01'), dayOf('2026-11-03'), 'week', 'en-GB').minor.map(t => t.label)).toEqual(['1', '2', '3']);
  expect(ticksOf(dayOf('2026-11-01'), dayOf('2027-02-01'), 'quarter', 'en-GB').major.map(t => t.label)).toEqual(['Q4 2026', 'Q1 2027']);
  expect(ticksOf(dayOf('2026-05-01'), dayOf('2027-02-01'), 'year', 'en-GB').minor.map(t => t.label)).toEqual(['Q2', 'Q3', 'Q4', 'Q1']);
});
