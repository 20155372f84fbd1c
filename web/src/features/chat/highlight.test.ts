import { expect, it } from 'vitest';
import { highlight, spansOf } from './highlight';
import type { Decision } from './part';

const decision = (details: { field: string; quote?: string; start?: number; end?: number }[]): Decision => ({
  intents: [],
  operations: [{
    op: 'create', entity: 'deal', fields: {}, status: 'applied',
    field_details: details.map(d => ({ field: d.field, value: 1, evidence: { quote: d.quote, start: d.start, end: d.end } })),
  }],
});

const text = 'They want 40 seats, around $18k, by June.';

it('marks the words a value rests on and leaves the rest alone', () => {
  const pieces = highlight(text, spansOf(text, decision([{ field: 'deal_amount', quote: '$18k', start: 27, end: 31 }])));
  expect(pieces.map(p => p.text).join('')).toBe(text);
  expect(pieces.filter(p => p.fields.length)).toEqual([{ text: '$18k', fields: ['deal.deal_amount'] }]);
});

it('finds a quote whose place is wrong', () => {
  const spans = spansOf(text, decision([{ field: 'deal_amount', quote: '$18k', start: 0, end: 4 }]));
  expect(text.slice(spans[0]?.start, spans[0]?.end)).toBe('$18k');
});

it('leaves out evidence that is not in the text', () => {
  expect(spansOf(text, decision([{ field: 'stage', quote: 'verbal yes' }]))).toEqual([]);
});

it('names both fields where evidence overlaps', () => {
  const pieces = highlight(text, spansOf(text, decision([{ field: 'a', start: 10, end: 18 }, { field: 'b', start: 13, end: 31 }])));
  expect(pieces.map(p => p.fields.length)).toEqual([0, 1, 2, 1, 0]);
});
