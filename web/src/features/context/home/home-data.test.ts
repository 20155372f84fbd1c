import { describe, expect, it } from 'vitest';
import { categories, categoryFrom, categoryPath } from '../categories';
import { concernsOf, type Health, type Part } from './home-data';

const well: Health = { gaps: [], expired: 0, expiring: 0, in_review: 0, waiting: 0, contradictions: [] };
const part = (category: string, entries: number, health: Partial<Health>): Part => ({ category, entries, by_status: {}, health: { ...well, ...health } });

describe('the context home', () => {
  it('names what contradicts itself first, then what ends, then what is missing', () => {
    const found = concernsOf([
      part('brand', 3, { gaps: [{ code: 'kind_without_live_entry', text: 'No live entry of the kind tone.', kind: 'tone', records: [] }] }),
      part('strategy', 2, { expiring: 2, waiting: 1 }),
      part('policy', 4, { expired: 1, contradictions: [{ code: 'conflict', text: 'Two clauses say different things.', entries: ['e1', 'e2'] }] }),
    ], '2026-11-23');
    expect(found.map(c => c.text)).toEqual([
      'Two clauses say different things.', '1 entry has ended', '2 entries end within 30 days', '1 entry waits for a decision', 'No live entry of the kind tone.',
    ]);
    expect(found[0]?.href).toBe('/context/entries/e1');
    expect(found[4]?.href).toBe('/context/entries/new?category=brand&kind=tone');
  });

  it('leads to what is still out with old words', () => {
    expect(concernsOf([], '2026-11-23', 2)).toMatchObject([{ text: '2 places still say what does not hold any more', href: '/context/outdated' }]);
    expect(concernsOf([], '2026-11-23')).toEqual([]);
  });

  it('names no gaps of a category that nobody has begun', () => {
    expect(concernsOf([part('brand', 0, { gaps: [{ code: 'kind_without_live_entry', text: 'x', kind: 'tone', records: [] }] })], '2026-11-23')).toEqual([]);
  });

  it('finds each category by its address', () => {
    for (const category of categories) expect(categoryFrom(categoryPath(category).split('/')[2] as string)).toBe(category);
    expect(categoryFrom('nothing')).toBeNull();
  });
});
