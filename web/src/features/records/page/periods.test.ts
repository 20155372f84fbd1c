import { describe, expect, it } from 'vitest';
import { lasted, shares } from './periods';

describe('periods', () => {
  it('last as long as people would say', () => {
    const from = '2026-01-01T00:00:00Z';
    expect(lasted(from, '2026-01-01T00:00:10Z', 'en')).toBe('1 minute');
    expect(lasted(from, '2026-01-02T06:00:00Z', 'en')).toBe('30 hours');
    expect(lasted(from, '2026-01-13T00:00:00Z', 'en')).toBe('12 days');
    expect(lasted(from, null, 'en', Date.parse('2026-06-01T00:00:00Z'))).toBe('5 months');
  });

  it('share the whole time', () => {
    const parts = shares([{ value: 'lead', entered_at: '2026-01-01T00:00:00Z', left_at: '2026-01-02T00:00:00Z' }, { value: 'won', entered_at: '2026-01-02T00:00:00Z' }], Date.parse('2026-01-05T00:00:00Z'));
    expect(parts).toEqual([{ value: 'lead', part: 0.25 }, { value: 'won', part: 0.75 }]);
    expect(shares([])).toEqual([]);
  });
});
