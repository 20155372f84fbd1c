import { describe, expect, it } from 'vitest';
import { categories, categoryFrom, categoryPath } from '../categories';
import { countsBy, total } from './home-data';

describe('the context home', () => {
  it('counts entries by category and status', () => {
    const counts = countsBy([
      { key: { category: 'policy', status: 'live' }, count: 3 },
      { key: { category: 'policy', status: 'draft' }, count: 2 },
      { key: { category: 'policy', status: null }, count: 1 },
      { key: { category: 'brand', status: 'expired' }, count: 1 },
    ]);
    expect(counts).toEqual({ policy: { live: 3, draft: 3 }, brand: { expired: 1 } });
    expect(total(counts.policy)).toBe(6);
    expect(total(undefined)).toBe(0);
  });

  it('finds each category by its address', () => {
    for (const category of categories) expect(categoryFrom(categoryPath(category).split('/')[2] as string)).toBe(category);
    expect(categoryFrom('nothing')).toBeNull();
  });
});
