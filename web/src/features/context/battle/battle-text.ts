import type { Formats } from '@/lib/format';
import type { BattleCard, Outcome } from './battle-api';
import type { Details } from '../entry/details';

/** Lists that a person writes on a card. */
export const parts = ['strengths', 'weaknesses', 'answers'] as const;
export type Part = (typeof parts)[number];

export const partLabels: Record<Part, string> = { strengths: 'Where they are strong', weaknesses: 'Where they are weak', answers: 'What we answer' };

export const linesOf = (details: unknown, part: Part): string[] => {
  const value = (details as Details | null)?.[part];
  return Array.isArray(value) ? value.map(String) : [];
};

export const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Sums by currency, in the words of the reader. */
export const amountsText = (outcome: Outcome, format: Formats) => Object.entries(outcome.amounts).map(([currency, amount]) => format.money(amount, currency)).join(' + ');

const times = (n: number) => (n === 0 ? 'not once' : n === 1 ? 'once' : `${n} times`);

/** What the won and lost deals say, and whether they say anything. */
export function shareText(card: Pick<BattleCard, 'won' | 'lost' | 'enough'>): string {
  const decided = card.won.count + card.lost.count;
  if (decided === 0) return 'No deal against them is decided yet.';
  const told = `We won ${card.won.count} of ${decided} decided ${decided === 1 ? 'deal' : 'deals'}`;
  return decided < card.enough ? `${told}. Too few for a share.` : `${told}: ${Math.round((100 * card.won.count) / decided)} %.`;
}

export function trendText({ recent, before }: BattleCard['trend']): string {
  if (recent === 0 && before === 0) return 'Not raised in the last 180 days.';
  return `Raised ${times(recent)} in the last 90 days, ${times(before)} in the 90 days before.`;
}

/** How often an objection was raised in each stage, the most frequent first. */
export function stagesOf(card: Pick<BattleCard, 'raised'>): [string, number][] {
  const counts = new Map<string, number>();
  for (const each of card.raised) for (const time of each.times) counts.set(time.stage ?? '', (counts.get(time.stage ?? '') ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

export const isBlank = (card: BattleCard) =>
  !card.card && card.raised.length + card.won.count + card.lost.count + card.open.count + card.mentions.count + card.proposal.strengths.length + card.proposal.weaknesses.length + card.faqs.length === 0;

/** The card as text to paste into a mail or a chat; what is computed says so. */
export function asMarkdown(card: BattleCard, format: Formats): string {
  const out = [`# ${card.competitor.title}`, '', shareText(card), ...[card.won, card.lost].flatMap((o, i) => (o.count && amountsText(o, format) ? [`${i === 0 ? 'Won' : 'Lost'}: ${amountsText(o, format)}`] : [])), trendText(card.trend), ''];
  const section = (title: string, lines: string[]) => lines.length && out.push(`## ${title}`, ...lines.map(l => `- ${l}`), '');
  for (const part of parts) section(partLabels[part], linesOf(card.card?.details, part));
  if (typeof card.card?.body === 'string' && card.card.body.trim()) out.push(card.card.body.trim(), '');
  section('What customers say', card.raised.map(r => `${r.text} (${times(r.times.length)}${r.times[0] ? `, last on ${format.date(r.times[0].on)}` : ''})`));
  section('Answers given in won deals', card.answers.filter(a => a.won.length).map(a => `${a.text} (${a.won.map(d => d.title).join(', ')})`));
  section('Proofs', [...new Set(card.messages.filter(m => m.proof).map(m => `${m.entry.title}${m.held.length ? ' (internal)' : ''}`))]);
  return `${out.join('\n').trim()}\n`;
}
