import { describe, expect, it } from 'vitest';
import { slugOf } from '@/lib/slug';
import { companyType } from '@/testing/fixtures';
import { blankDraft, impactSentences, linksTo, problemsOf, rollupFields, toBody } from './field-draft';

describe('field draft', () => {
  it('sends only what the kind has', () => {
    const body = toBody({ ...blankDraft, label: ' Weighted ', kind: 'formula', formula: 'deal_amount * 0.5', required: true, choices: [{ value: 'a', label: 'A' }] });
    expect(body).toMatchObject({ label: 'Weighted', kind: 'formula', formula: 'deal_amount * 0.5' });
    expect(body).not.toHaveProperty('choices');
    expect(body).not.toHaveProperty('required');
  });

  it('leaves the field out of a count', () => {
    const body = toBody({ ...blankDraft, label: 'Deals', kind: 'rollup', rollup: { type: 'deal', via: 'company_id', op: 'count', field: 'deal_amount' } });
    expect(body.rollup).toEqual({ type: 'deal', via: 'company_id', op: 'count' });
  });

  it('does not ask for a filter where the kind has none', () => {
    expect(toBody({ ...blankDraft, label: 'Story', kind: 'long_text' })).toMatchObject({ filter: false, sort: false });
  });

  it('says what is missing', () => {
    expect(problemsOf({ ...blankDraft, kind: 'choice', choices: [{ value: 'a', label: 'Gold' }, { value: 'b', label: 'gold ' }] })).toEqual({
      label: 'Give the field a name.',
      choices: 'Two values have the same name.',
    });
    expect(problemsOf({ ...blankDraft, label: 'Sum', kind: 'rollup', rollup: { type: 'deal', via: 'company_id', op: 'sum' } }).rollup).toBe('Choose the field to compute.');
    expect(problemsOf({ ...blankDraft, label: 'Seats', expression: 'value > 0' }).message).toBeDefined();
    expect(problemsOf({ ...blankDraft, label: 'Seats' })).toEqual({});
  });

  it('makes values of names in any script, without doubles', () => {
    expect(slugOf('Très grand!')).toBe('tres_grand');
    expect(slugOf('黄金')).toBe('黄金');
    expect(slugOf('Gold', ['gold', 'gold_2'])).toBe('gold_3');
  });

  it('tells the impact in words', () => {
    expect(impactSentences({ records: 85, values: 12, invalid: 1, used_in: [] })).toEqual([
      '12 records of 85 records have a value in this field.',
      '1 record would not be accepted any more as it is; it stays as it is until somebody edits it.',
    ]);
  });

  it('finds the ways to other records', () => {
    const contact = { ...companyType, name: 'contact', fields: [{ name: 'company_id', label: 'Company', kind: 'reference' as const, ref: 'company' }] };
    expect(linksTo([companyType, contact], 'company').map(l => [l.type.name, l.via[0]?.name])).toEqual([['contact', 'company_id']]);
    expect(rollupFields(companyType, 'sum').map(f => f.name)).toEqual(['revenue']);
  });
});
