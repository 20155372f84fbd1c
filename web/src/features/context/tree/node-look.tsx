import { CalendarClock, CalendarX2, Cpu, Gem, Hammer, Link2, Link2Off, Megaphone, MessageSquareQuote, Puzzle, Quote, Radio, Route, TrendingUp, Users, type LucideIcon } from 'lucide-react';
import { Badge, Dot } from '@/components/ui/badge';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { Tone } from '@/lib/tone';
import { words } from '../entry/details';
import type { TreeNode, UseCounts } from './tree-api';
import { kindOf, statusOf } from './tree-model';

const icons: Record<string, LucideIcon> = {
  problem: Puzzle, change: Route, headline: Megaphone, value_prop: Gem, demonstrable_value: TrendingUp, craftsmanship: Hammer, customer_proof: Users, technical_spec: Cpu,
};

export function KindIcon({ kind, className }: { kind: string; className?: string }) {
  const Icon = icons[kind] ?? Megaphone;
  return <Icon aria-hidden className={cn('size-4 shrink-0 stroke-[1.75]', className)} />;
}

export interface Mark {
  code: string;
  label: string;
  /** The whole sentence, where the label is short for it. */
  more?: string;
  tone: Tone;
  icon: LucideIcon;
  /** Nothing to do about it: shown as a sign alone where there is little room. */
  fine?: boolean;
}

const statusTones: Record<string, Tone> = { draft: 'neutral', in_review: 'amber', live: 'green', expired: 'red', archived: 'neutral' };

const citations: Record<string, string> = { granted: 'May be cited', not_needed: 'Needs no permission', asked: 'Permission asked', refused: 'May not be cited' };

/** What stands behind a message, and what is wrong with it. */
export function marksOf(node: TreeNode, proof: boolean): Mark[] {
  const marks: Mark[] = [];
  const has = (code: string) => node.badges.find(b => b.code === code);
  const expired = has('expired');
  const expiring = has('expiring');
  if (expired) marks.push({ code: 'expired', label: node.use.out > 0 ? `Expired, still out in ${node.use.out === 1 ? '1 place' : `${node.use.out} places`}` : 'Expired', tone: 'red', icon: CalendarX2 });
  else if (expiring) marks.push({ code: 'expiring', label: expiring.label, tone: 'amber', icon: CalendarClock });
  if (!expired && node.outdated > 0) marks.push({ code: 'outdated', label: `Old words out in ${node.outdated === 1 ? '1 place' : `${node.outdated} places`}`, tone: 'amber', icon: Radio });
  if (proof) {
    const source = has('no_source');
    marks.push(source ? { code: 'no_source', label: 'No source', tone: 'red', icon: Link2Off } : { code: 'source', label: 'Source', tone: 'green', icon: Link2, fine: true });
    const refused = has('not_citable');
    const told = citations[String((node.entry.details as { citation?: unknown } | null)?.citation ?? '')];
    if (refused) marks.push({ code: 'not_citable', label: told && told !== citations.granted && told !== citations.not_needed ? told : 'Not for outsiders', more: refused.label, tone: 'amber', icon: Quote });
    else marks.push({ code: 'citable', label: told ?? 'May be cited', tone: 'green', icon: MessageSquareQuote, fine: true });
  }
  return marks;
}

export function Marks({ marks, signs }: { marks: Mark[]; signs?: boolean }) {
  return marks.map(m =>
    m.fine && signs ? (
      <span key={m.code} title={m.label} className="text-green-text"><m.icon aria-hidden className="size-3.5 stroke-[1.75]" /></span>
    ) : (
      <Badge key={m.code} tone={m.tone} title={m.more ?? m.label}><m.icon aria-hidden /><span className="truncate">{m.label}</span></Badge>
    ),
  );
}

export function StatusMark({ node, quiet }: { node: TreeNode; quiet?: boolean }) {
  const status = statusOf(node);
  if (quiet && status === 'live') return null;
  const tone = statusTones[status] ?? 'neutral';
  return <Badge tone={tone}><Dot tone={tone} />{words(status)}</Badge>;
}

/** All that is seen of a message in words, for those who do not see it. */
export function spoken(node: TreeNode, kindLabel: string, marks: Mark[], whom: string[]): string {
  const parts = [kindLabel, words(statusOf(node)), ...(whom.length ? [`for ${whom.join(', ')}`] : []), ...marks.map(m => m.label)];
  if (node.variants.length) parts.push(node.variants.length === 1 ? '1 other wording' : `${node.variants.length} other wordings`);
  return `${node.entry.title}. ${parts.join(', ')}`;
}

export const isProof = (node: TreeNode, kinds: { kind: string; proof: boolean }[]) => kinds.find(k => k.kind === kindOf(node))?.proof ?? false;

/** Below this many, a share says more about chance than about words. */
export const fewUses = 10;

/** "3 replies to 8 uses": a count never stands without what it was counted among. */
export function useLine(use: UseCounts, format: Pick<Formats, 'number'>): string {
  if (use.uses === 0) return 'Not used yet';
  const n = format.number;
  const many = (count: number, one: string, more: string) => `${n(count)} ${count === 1 ? one : more}`;
  const parts = [many(use.uses, 'use', 'uses')];
  if (use.told > 0) parts.push(`${many(use.replies, 'reply', 'replies')} to ${n(use.told)}`, `${many(use.wins, 'win', 'wins')} at ${many(use.accounts, 'account', 'accounts')}`);
  return parts.join(' · ');
}

export function languageNames(locale: string): (tag: string) => string {
  let names: Intl.DisplayNames | null = null;
  return tag => {
    try {
      names ??= new Intl.DisplayNames([locale], { type: 'language' });
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
