'use client';
import { useQuery } from '@tanstack/react-query';
import { lists, type Group } from '@/lib/lists-api';
import { keys } from '@/lib/query-keys';
import { entryPlural, entryType } from '../context-api';
import type { Status } from '../entry/status-actions';

export type Counts = Partial<Record<Status, number>>;

/** How many entries of each category stand where. */
export function countsBy(groups: Pick<Group, 'key' | 'count'>[]): Record<string, Counts> {
  const found: Record<string, Counts> = {};
  for (const { key, count } of groups) {
    const category = String(key.category ?? '');
    const status = (key.status ?? 'draft') as Status;
    const counts = (found[category] ??= {});
    counts[status] = (counts[status] ?? 0) + count;
  }
  return found;
}

export const total = (counts: Counts | undefined) => Object.values(counts ?? {}).reduce((sum, n) => sum + n, 0);

export function useCounts() {
  const query = { group_by: ['category', 'status'] };
  return useQuery({
    queryKey: keys.aggregate(entryType, query),
    queryFn: ({ signal }) => lists.aggregate(entryPlural, query, { signal }),
    select: answer => countsBy(answer.groups),
  });
}
