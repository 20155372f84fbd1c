import { describe, expect, it } from 'vitest';
import { asked, caseOf, expectation, factValue, met, typedOf, verdictText, written } from './case';
import type { Fact } from './policy-api';
import { spansOf } from './spans';

const fact = (name: string, form: Fact['form']): Fact => ({ name, label: name.replaceAll('_', ' '), form, choices: [] });
const facts = [fact('discount_percent', 'percent'), fact('segment', 'choice'), fact('is_renewal', 'truth'), fact('filled', 'list')];

describe('the words of a clause', () => {
  const clause = 'Above 15 % the lead, above 30 % the CFO.';

  it('are told with the rules that come from them', () => {
    const spans = spansOf(clause, [{ start: 0, end: 19 }, { start: 21, end: 39 }]);
    expect(spans.map(s => s.text).join('')).toBe(clause);
    expect(spans.filter(s => s.rules.length).map(s => s.text)).toEqual(['Above 15 % the lead', 'above 30 % the CFO']);
  });

  it('may belong to several rules, or to none', () => {
    expect(spansOf(clause, [{ start: 0, end: 19 }, { start: 0, end: 10 }])[0]?.rules).toEqual([0, 1]);
    expect(spansOf(clause, [])).toEqual([{ text: clause, rules: [] }]);
    expect(spansOf('', [{ start: 0, end: 9 }])).toEqual([]);
    expect(spansOf('ab', [{ start: 1, end: 99 }]).map(s => s.text)).toEqual(['a', 'b']);
  });
});

describe('a case', () => {
  it('asks for what the rules ask about, and for nothing else', () => {
    expect(asked([{ cel: 'discount_percent > 15.0 && segment == "enterprise"' }], facts).map(f => f.name)).toEqual(['discount_percent', 'segment']);
  });

  it('is typed as people write and sent in the type of each fact', () => {
    expect(caseOf({ discount_percent: '17,5 %', segment: '', is_renewal: 'false', filled: 'budget, decision maker' }, facts)).toEqual({
      discount_percent: 17.5, is_renewal: false, filled: ['budget', 'decision maker'],
    });
    expect(factValue(fact('amount', 'money'), '12,500')).toBe(12500);
    expect(factValue(fact('amount', 'money'), 'much')).toBe('much');
  });

  it('is kept as an example and read again', () => {
    const values = { discount_percent: 20, filled: ['budget', 'owner'] };
    expect(written(values)).toBe('discount_percent = 20; filled = budget, owner');
    expect(caseOf(typedOf(written(values)), facts)).toEqual(values);
  });
});

describe('a verdict', () => {
  it('is told in a sentence', () => {
    expect(verdictText({ outcome: 'approval', by: ['sales_lead', 'cfo'] })[0]).toBe('Needs the approval of sales lead and cfo.');
    expect(verdictText({ outcome: 'unknown', needs: ['discount_percent'] }, () => 'discount')[0]).toBe('Cannot be told: discount is not known.');
  });

  it('meets what an example expects, in whatever order', () => {
    expect(met('approval by cfo, sales_lead', { outcome: 'approval', by: ['sales_lead', 'cfo'] })).toBe(true);
    expect(met('refuse', { outcome: 'allow' })).toBe(false);
    expect(expectation({ outcome: 'missing', needs: ['owner', 'budget'] })).toBe('missing budget, owner');
  });
});
