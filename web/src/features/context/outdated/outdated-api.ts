'use client';
import { useQuery } from '@tanstack/react-query';
import { api, newKey } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { entryType } from '../names';

export interface UsePlace {
  id: string;
  entry: string;
  version: number;
  words: string;
  exact: boolean;
  in: { kind: string; record_type: string | null; record_id: string | null; label: string; url: string | null };
  person: string | null;
  company: string | null;
  on: string;
  out: boolean;
}

export interface EntryRef {
  id: string;
  title: string;
  version: number;
  kind: string | null;
  tree_id: string | null;
}

export type Reason = 'changed' | 'expired' | 'withdrawn' | 'removed' | 'permission' | (string & {});

export interface Outdated {
  use: UsePlace;
  entry: EntryRef;
  reason: Reason;
  why: string;
  old_text: string;
  new_text: string | null;
  replacement: EntryRef | null;
}

export interface Settled {
  use: UsePlace;
  entry: EntryRef | null;
  as: 'corrected' | 'left';
  why: string | null;
  by: string | null;
  at: string;
}

/** Under the lists of entries: whatever changes an entry may make a use outdated. */
export const outdatedKeys = {
  all: [...keys.lists(entryType), 'outdated'] as const,
  settled: [...keys.lists(entryType), 'outdated', 'settled'] as const,
};

export const outdated = {
  list: async (signal?: AbortSignal) => (await api.get<{ data: Outdated[] }>('/context/outdated', { signal })).data,
  settled: async (signal?: AbortSignal) => (await api.get<{ data: Settled[] }>('/context/outdated/settled', { signal })).data,
  settle: (use: string, as: Settled['as'], why?: string) => api.post<void>(`/context/uses/${use}/settle`, { as, why }, { idempotencyKey: newKey() }),
  reopen: (use: string) => api.post<void>(`/context/uses/${use}/reopen`, {}, { idempotencyKey: newKey() }),
};

export const useOutdated = (enabled = true) => useQuery({ queryKey: outdatedKeys.all, queryFn: ({ signal }) => outdated.list(signal), enabled });

/** One message in one old wording, with every place that still says it. */
export interface OldWords {
  key: string;
  first: Outdated;
  places: Outdated[];
}

const weight: Record<string, number> = { permission: 0, removed: 1, expired: 2, withdrawn: 3, changed: 4 };

/** What may not be said any more comes first, then what was merely said better since; the newest use first in each. */
export function byWords(list: Outdated[]): OldWords[] {
  const groups = new Map<string, OldWords>();
  for (const one of list) {
    const key = `${one.entry.id} ${one.reason} ${one.old_text}`;
    const group = groups.get(key);
    if (group) group.places.push(one);
    else groups.set(key, { key, first: one, places: [one] });
  }
  return [...groups.values()].sort((a, b) => (weight[a.first.reason] ?? 9) - (weight[b.first.reason] ?? 9));
}
