import { describe, expect, it } from 'vitest';
import type { CheckedSentence, WordingFinding } from './claims-api';
import { carried, countsOf, findingsOf, linesOf, partsOf, piecesOf, replaced, step } from './findings';

const text = 'We need 40 minutes. A seamless start.';

const sentence: CheckedSentence = {
  start: 0, end: 19, text: 'We need 40 minutes.', verdict: 'contradicted', why: 'The text says "40 minutes", the entry "60 minutes".', against: { start: 8, end: 18, said: '40 minutes', known: '60 minutes' }, by: 'rules',
  evidence: [{ record: { id: '1', type: 'context_entry', title: 'Set up in an hour' }, version: 3, kind: 'value_prop', quote: 'It takes 60 minutes.', usable: true }],
  suggestions: [{ start: 8, end: 18, text: '60 minutes', why: 'This is what the entry says.' }],
};
const word: WordingFinding = { start: 22, end: 30, rule: 'banned_word', word: 'seamless', message: 'The word "seamless" is not used.', instead: 'plain; quick', options: ['plain', 'quick'], record: { id: '2', type: 'context_entry', title: 'Hype' }, version: 1 };
const found = findingsOf(text, { sentences: [sentence, { ...sentence, start: 20, end: 37, text: 'A seamless start.', verdict: 'no_claim', evidence: [], suggestions: [], against: null }], brand: [word] });

describe('findings', () => {
  it('leaves out what claims nothing and keeps the order of the text', () => {
    expect(found.map(f => f.kind)).toEqual(['contradicted', 'wording']);
    expect(countsOf(found)).toEqual({ contradicted: 1, unsupported: 0, wording: 1, supported: 0 });
  });

  it('replaces by the words of the entry and moves what stands behind', () => {
    const next = replaced(text, { start: 8, end: 18, text: '1 hour', why: '' });
    expect(next).toBe('We need 1 hour. A seamless start.');
    const [kept] = carried(found, text, next);
    expect(carried(found, text, next)).toHaveLength(1);
    expect(next.slice(kept?.start, kept?.end)).toBe('seamless');
    expect(next.slice(kept?.options[0]?.start, kept?.options[0]?.end)).toBe('seamless');
  });

  it('keeps the capital of a word that is replaced', () => {
    const at = findingsOf('Seamless it is', { sentences: [], brand: [{ ...word, start: 0, end: 8 }] });
    expect(at[0]?.options.map(o => o.text)).toEqual(['Plain', 'Quick']);
  });

  it('puts nothing in place of a whole text', () => {
    const [whole] = findingsOf(text, { sentences: [], brand: [{ ...word, start: 0, end: text.length, rule: 'reading_level' }] });
    expect(whole?.quote).toBe('The whole text');
    expect(whole?.options).toEqual([]);
  });

  it('goes round in both directions', () => {
    expect(step(found, null, 1)?.key).toBe(found[0]?.key);
    expect(step(found, found[1]?.key ?? null, 1)?.key).toBe(found[0]?.key);
    expect(step(found, null, -1)?.key).toBe(found[1]?.key);
    expect(step(found, null, 1, 20)?.key).toBe(found[1]?.key);
    expect(step(found, null, -1, 20)?.key).toBe(found[0]?.key);
    expect(step([], null, 1)).toBeUndefined();
  });

  it('marks lines by their own places', () => {
    const two = `Hello\n${text}`;
    const lines = linesOf(two, carried(found, text, text).map(f => ({ ...f, start: f.start + 6, end: f.end + 6 })));
    expect(lines[0]?.marks).toEqual([]);
    expect(lines[1]?.marks.map(m => two.slice(6 + m.start, 6 + m.end))).toEqual(['We need 40 minutes.', 'seamless']);
    expect(piecesOf(lines[1] ?? { text: '', marks: [] }).map(p => p.text).join('')).toBe(text);
  });
});

describe('parts of a text', () => {
  const paragraph = (n: number) => `Paragraph ${n} says ${'something of no weight at all. '.repeat(20)}\n\n`;
  const long = `# What you told us\n\n${Array.from({ length: 30 }, (_, n) => paragraph(n)).join('')}`;

  it('are the whole text in its order', () => {
    const parts = partsOf(long);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(p => p.text).join('')).toBe(long);
    for (const part of parts) expect(long.slice(part.start, part.start + part.text.length)).toBe(part.text);
  });

  it('know the heading above and what was said last', () => {
    const [, second] = partsOf(long);
    expect(second?.before).toMatch(/^# What you told us\n\n/);
    expect(long.slice(0, second?.start).endsWith((second?.before ?? '').slice('# What you told us\n\n'.length))).toBe(true);
    expect((second?.before ?? '').length).toBeGreaterThan(100);
  });

  it('stay as they are where nothing was changed', () => {
    const before = partsOf(long);
    const after = partsOf(long.replace('Paragraph 29 says', 'Paragraph 29 tells'));
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
  });

  it('end even where there is no line', () => {
    const parts = partsOf('x'.repeat(100_000));
    expect(parts.map(p => p.text).join('')).toHaveLength(100_000);
    expect(Math.max(...parts.map(p => p.text.length))).toBeLessThanOrEqual(60_000);
  });
});
