import type { Amount } from '@/lib/lists-api';
import { refsOf } from '@/features/records/field/references';
import type { AnyRecord, RecordRef } from '@/lib/records-api';
import type { DealTotal } from './account-answer';

/** What the open deals are worth, one sum a currency where no rate joins them. */
export function openTotals(totals: DealTotal[]): Amount[] {
  const amount = totals.find(t => t.state === 'open')?.amount ?? null;
  const sums = Array.isArray(amount) ? amount : amount !== null && typeof amount === 'object' ? [amount] : [];
  return sums.filter(a => a.amount !== 0).sort((a, b) => b.amount - a.amount);
}

/** Who else is asked for an offer in deals that are still open. */
export function rivalsOf(deals: AnyRecord[]): RecordRef[] {
  const all = deals.filter(d => d.deal_state === 'open').flatMap(d => refsOf(d, 'competitors'));
  return all.filter((one, at) => all.findIndex(other => other.id === one.id) === at);
}

const path = ['lead', 'qualified', 'discovery', 'proposal', 'negotiation', 'won'];

/** How far along its path a deal is, from 0 to 1; null for one that left it. */
export function progressOf(stage: unknown): number | null {
  const at = path.indexOf(String(stage));
  return at < 0 ? null : (at + 1) / path.length;
}

/** Open ones first, the next to be signed on top; closed ones newest first. */
export function inOrder(deals: AnyRecord[]): AnyRecord[] {
  const open = (d: AnyRecord) => d.deal_state === 'open';
  const due = (d: AnyRecord) => String(d.deal_expected_signing_date ?? '9999');
  return [...deals].sort((a, b) => {
    if (open(a) !== open(b)) return open(a) ? -1 : 1;
    return open(a) ? due(a).localeCompare(due(b)) : b.updated_at.localeCompare(a.updated_at);
  });
}

export interface Step {
  key: string;
  date: string;
  text: string;
  record: { type: string; id: string };
  late: boolean;
}

/** Deals are called "account: product" unless somebody named them; beside the account only the rest says something. */
export function shortName(title: string, account: string): string {
  return title.startsWith(`${account}: `) ? title.slice(account.length + 2) : title;
}

/** What the record itself says comes next: signing dates, ends of running deals. Nothing is guessed. */
export function comingUp(deals: AnyRecord[], account: string, today: string, horizon: string): Step[] {
  const steps: Step[] = [];
  for (const deal of deals) {
    const record = { type: 'deal', id: deal.id };
    const name = shortName(deal.title, account);
    const signing = deal.deal_expected_signing_date;
    const end = deal.deal_end_date;
    if (deal.deal_state === 'open' && typeof signing === 'string') {
      steps.push({ key: `${deal.id}-sign`, date: signing, text: `${name}: signing expected`, record, late: signing < today });
    }
    if (deal.deal_state === 'won' && typeof end === 'string' && end >= today && end <= horizon) {
      steps.push({ key: `${deal.id}-end`, date: end, text: `${name} ends`, record, late: false });
    }
  }
  return steps.sort((a, b) => a.date.localeCompare(b.date));
}
