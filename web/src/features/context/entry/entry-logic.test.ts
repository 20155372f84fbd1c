import { describe, expect, it } from 'vitest';
import { claimText, cleaned, detailText } from './details';
import { diffWords, shortened } from './diff';
import { changed, merge, valueAt, withValue } from './merge';

const fields = ['title', 'body', 'details'];
const base = { title: 'Discounts', body: 'Old', details: { clause: 'above 15 %', note: 'a' } };

describe('two people with the same entry', () => {
  it('lose nothing where they changed different fields', () => {
    const found = merge(base, { ...base, title: 'Discount rules' }, { ...base, body: 'New' }, fields);
    expect(found).toEqual({ values: { ...base, title: 'Discount rules', body: 'New' }, conflicts: [], taken: ['body'] });
  });

  it('are joined within the details too', () => {
    const mine = { ...base, details: { ...base.details, clause: 'above 20 %' } };
    const theirs = { ...base, details: { ...base.details, note: 'b' } };
    expect(merge(base, mine, theirs, fields).values.details).toEqual({ clause: 'above 20 %', note: 'b' });
  });

  it('are asked where both changed the same', () => {
    const found = merge(base, withValue(base, 'details.clause', 'above 20 %'), withValue(base, 'details.clause', 'above 25 %'), fields);
    expect(found.conflicts).toEqual([{ field: 'details.clause', before: 'above 15 %', mine: 'above 20 %', theirs: 'above 25 %' }]);
    expect(valueAt(found.values, 'details.clause')).toBe('above 20 %');
  });

  it('agree where they wrote the same', () => {
    expect(merge(base, { ...base, title: 'X' }, { ...base, title: 'X' }, fields).conflicts).toEqual([]);
  });
});

describe('a write', () => {
  it('holds only what was changed, and clears what is empty', () => {
    expect(changed(base, { ...base, title: 'X', body: '' }, fields)).toEqual({ title: 'X', body: null });
    expect(changed({ ...base, regions: null }, { ...base, regions: [] }, [...fields, 'regions'])).toEqual({ regions: null });
  });

  it('leaves out empty details', () => {
    expect(cleaned({ clause: 'x', steps: ['a', ' ', ''], none: '', claims: [{ measure: '', value: null }, { measure: 'Time', value: 0 }] })).toEqual({
      clause: 'x', steps: ['a', ' '].filter(s => s.trim()), claims: [{ measure: 'Time', value: 0 }],
    });
  });
});

describe('differences of texts', () => {
  it('are told by words', () => {
    expect(diffWords('above 15 % needs the lead', 'above 20 % needs the lead')).toEqual([
      { kind: 'same', text: 'above ' }, { kind: 'out', text: '15' }, { kind: 'in', text: '20' }, { kind: 'same', text: ' % needs the lead' },
    ]);
    expect(diffWords('', 'new')).toEqual([{ kind: 'in', text: 'new' }]);
    expect(diffWords('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
  });

  it('put both texts together again', () => {
    const before = 'We refund within 14 days. Ask finance first.';
    const after = 'We refund within 30 days, always. Ask finance or the lead first.';
    const pieces = diffWords(before, after);
    expect(pieces.filter(p => p.kind !== 'in').map(p => p.text).join('')).toBe(before);
    expect(pieces.filter(p => p.kind !== 'out').map(p => p.text).join('')).toBe(after);
  });

  it('stand close together in long texts', () => {
    const pieces = shortened(diffWords(`${'a '.repeat(400)}x ${'b '.repeat(400)}`, `${'a '.repeat(400)}y ${'b '.repeat(400)}`));
    expect(pieces.map(p => p.text).join('').length).toBeLessThan(250);
  });
});

describe('details in words', () => {
  it('tell figures with how exact they are', () => {
    expect(claimText({ measure: 'Payback', value: 9, unit: 'weeks', comparator: 'at_most' })).toBe('Payback: at most 9\u00a0weeks');
    expect(detailText([{ measure: 'a', value: 1 }, 'b'])).toBe('Measure: a, Value: 1; b');
    expect(detailText(false)).toBe('No');
  });
});
