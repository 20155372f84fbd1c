import { describe, expect, it } from 'vitest';
import { makeFormats } from '@/lib/format';
import type { BattleCard, Instance, Outcome } from './battle-api';
import { asMarkdown, isBlank, shareText, stagesOf, trendText } from './battle-text';

const none: Outcome = { count: 0, amounts: {}, reasons: [], deals: [] };
const ref = (title: string) => ({ id: title, type: 'deal', title });
const raised = (stage: string | null): Instance => ({ objection: ref('o'), company: null, deal: null, stage, deal_state: null, on: '2026-03-02', status: null, answer: null, quote: null });
const card: BattleCard = {
  competitor: { id: 'c', title: 'Orrery Flow' } as BattleCard['competitor'], card: null, won: none, lost: none, open: none, raised: [], trend: { months: [], recent: 0, before: 0 },
  mentions: { count: 0, shown: [] }, answers: [], messages: [], faqs: [], proposal: { strengths: [], weaknesses: [], answers: [] }, enough: 10, complete: true,
};
const format = makeFormats({ locale: 'en-GB', timeZone: 'UTC', currency: 'EUR' });

describe('a battle card in words', () => {
  it('tells a share only of enough deals', () => {
    expect(shareText(card)).toBe('No deal against them is decided yet.');
    expect(shareText({ ...card, won: { ...none, count: 2 }, lost: { ...none, count: 1 } })).toBe('We won 2 of 3 decided deals. Too few for a share.');
    expect(shareText({ ...card, won: { ...none, count: 9 }, lost: { ...none, count: 3 } })).toBe('We won 9 of 12 decided deals: 75 %.');
  });

  it('tells how often objections come', () => {
    expect(trendText({ months: [], recent: 0, before: 0 })).toBe('Not raised in the last 180 days.');
    expect(trendText({ months: [], recent: 3, before: 1 })).toBe('Raised 3 times in the last 90 days, once in the 90 days before.');
  });

  it('counts stages, the most frequent first', () => {
    expect(stagesOf({ raised: [{ text: 'a', categories: [], times: [raised('proposal'), raised(null), raised('proposal')] }] })).toEqual([['proposal', 2], ['', 1]]);
  });

  it('says nothing where nothing is known', () => {
    expect(isBlank(card)).toBe(true);
    expect(isBlank({ ...card, mentions: { count: 1, shown: [] } })).toBe(false);
    expect(asMarkdown(card, format)).toBe('# Orrery Flow\n\nNo deal against them is decided yet.\nNot raised in the last 180 days.\n');
  });

  it('is shared with sums and the deals behind an answer', () => {
    const text = asMarkdown({ ...card, won: { ...none, count: 1, amounts: { EUR: 12000 } }, answers: [{ text: 'No pipe is cut.', objections: [], won: [ref('Pilot')], lost: [], open: [] }] }, format);
    expect(text).toContain('Won: €12,000');
    expect(text).toContain('- No pipe is cut. (Pilot)');
  });
});
