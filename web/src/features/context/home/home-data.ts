'use client';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import type { FilterTree } from '@/lib/records-api';
import { categoryPath } from '../category-names';
import { entryType } from '../names';
import type { Status } from '../entry/status-actions';

export interface Gap {
  code: 'kind_without_live_entry' | 'product_without_tree' | (string & {});
  text: string;
  kind: string;
  records: string[];
}

export interface Finding {
  code: string;
  text: string;
  entries: string[];
}

export interface Health {
  gaps: Gap[];
  /** By status, or live with a last day that has passed. */
  expired: number;
  /** Live, with a last day within thirty days. */
  expiring: number;
  in_review: number;
  /** Entries of which a change waits for a decision. */
  waiting: number;
  contradictions: Finding[];
}

export interface Part {
  category: string;
  entries: number;
  by_status: Partial<Record<Status, number>>;
  health: Health;
}

/** Read again with the lists of entries, whatever changes them. */
export const useHome = () =>
  useQuery({ queryKey: [...keys.lists(entryType), 'home'], queryFn: async ({ signal }) => (await api.get<{ categories: Part[] }>('/context', { signal })).categories });

export const listOf = (category: string, filter: FilterTree) => `${categoryPath(category)}?filter=${encodeURIComponent(JSON.stringify({ and: [filter] }))}`;

export interface Concern {
  key: string;
  category: string;
  text: string;
  /** Where it can be put right. */
  href: string;
  tone: 'red' | 'amber' | 'neutral';
}

const live: FilterTree = { field: 'status', op: 'in', value: ['live'] };

const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

/** What needs somebody, the worst first: what contradicts itself, what has ended, what ends, what waits, what is not there. */
export function concernsOf(parts: Part[], today: string, outdated = 0): Concern[] {
  const red: Concern[] = [];
  const stale: Concern[] = outdated > 0 ? [{ key: 'outdated', category: 'message_tree', text: `${outdated === 1 ? '1 place still says' : `${outdated} places still say`} what does not hold any more`, href: '/context/outdated', tone: 'amber' }] : [];
  const amber: Concern[] = [];
  const gaps: Concern[] = [];
  for (const { category, entries, health } of parts) {
    health.contradictions.forEach((f, i) => {
      const [first] = f.entries;
      red.push({ key: `${category}-${f.code}-${i}`, category, text: f.text, href: first ? `/context/entries/${first}` : categoryPath(category), tone: 'red' });
    });
    if (health.expired) red.push({ key: `${category}-expired`, category, text: `${many(health.expired, 'entry has', 'entries have')} ended`, href: listOf(category, { or: [{ field: 'status', op: 'in', value: ['expired'] }, { and: [live, { field: 'effective_to', op: 'lt', value: today }] }] }), tone: 'red' });
    if (health.expiring) amber.push({ key: `${category}-expiring`, category, text: `${many(health.expiring, 'entry ends', 'entries end')} within 30 days`, href: listOf(category, { and: [live, { field: 'effective_to', op: 'within_next', value: { n: 30, unit: 'day' } }] }), tone: 'amber' });
    if (health.waiting) amber.push({ key: `${category}-waiting`, category, text: `${many(health.waiting, 'entry waits', 'entries wait')} for a decision`, href: '/review', tone: 'amber' });
    if (entries > 0 || category === 'message_tree') {
      for (const gap of health.gaps) {
        const href = gap.code === 'kind_without_live_entry' ? `/context/entries/new?category=${category}&kind=${gap.kind}` : gap.records[0] ? (gap.code === 'product_without_tree' ? `/context/trees/${gap.records[0]}` : `/products/${gap.records[0]}`) : categoryPath(category);
        gaps.push({ key: `${category}-${gap.code}-${gap.kind}-${gap.records.join()}`, category, text: gap.text, href, tone: 'neutral' });
      }
    }
  }
  return [...stale, ...red, ...amber, ...gaps];
}
