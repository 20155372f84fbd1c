import { describe, expect, it } from 'vitest';
import { parts } from './field-changes';

describe('a field with fields of its own', () => {
  it('tells those that differ, each with what it was', () => {
    const told = parts({
      field: 'details',
      before: { clause: 'Offers hold for 60 days.', enforce: 'warn' },
      after: { clause: 'Offers hold for 45 days.', enforce: 'warn' },
    });
    expect(told).toEqual([
      expect.objectContaining({ field: 'details.clause', label: 'Clause', before: 'Offers hold for 60 days.', after: 'Offers hold for 45 days.' }),
    ]);
  });

  it('tells all of a new one', () => {
    expect(parts({ field: 'details', before: null, after: { avoid: ['smart meter'] } })).toHaveLength(1);
  });

  it('leaves texts, amounts and records as they are', () => {
    for (const after of ['text', 7, { amount: 7, currency: 'EUR' }, { id: '1', title: 'One' }, ['a']]) {
      expect(parts({ field: 'x', before: null, after })).toEqual([{ field: 'x', before: null, after }]);
    }
  });
});
