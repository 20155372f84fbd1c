'use client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FilterTree } from '@/lib/records-api';
import { search } from '@/lib/search-api';

export interface SearchState {
  q: string;
  /** Only this record type. */
  type: string | null;
  filter: FilterTree | null;
  /** Whole words, other spellings and meaning, instead of what begins like what is typed. */
  full: boolean;
}

export function readState(params: URLSearchParams): SearchState {
  let filter: FilterTree | null = null;
  try {
    filter = JSON.parse(params.get('filter') ?? 'null') as FilterTree | null;
  } catch {
    filter = null;
  }
  return { q: params.get('q') ?? '', type: params.get('type'), filter, full: params.get('full') === '1' };
}

export function writeState({ q, type, filter, full }: SearchState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (type) params.set('type', type);
  if (type && filter) params.set('filter', JSON.stringify(filter));
  if (full && q) params.set('full', '1');
  const text = params.toString();
  return text ? `?${text}` : '';
}

export function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

const inGroup = 5;
const page = 30;

/** The best of each type. What nothing begins with is searched by whole words and meaning at once. */
export function useGroups({ q, full }: SearchState) {
  const text = q.trim();
  return useQuery({
    queryKey: ['search', 'groups', text, full],
    queryFn: async ({ signal }) => {
      if (!full || !text) {
        const typed = await search.typing(text, inGroup, { signal });
        if (!text || typed.groups.length > 0) return typed;
      }
      return search.query({ q: text, limit: inGroup }, { signal });
    },
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}

/** All of one type, page by page. */
export function useOneType({ q, type, filter, full }: SearchState) {
  const text = q.trim();
  return useInfiniteQuery({
    queryKey: ['search', 'type', text, type, filter, full],
    queryFn: async ({ signal, pageParam }) => {
      const query = { q: text, types: [type ?? ''], limit: page, offset: pageParam, ...(filter && { filter }) };
      const answer = await search.query({ ...query, mode: full ? 'full' : 'type' }, { signal });
      return answer.groups.length === 0 && !full && pageParam === 0 ? search.query(query, { signal }) : answer;
    },
    initialPageParam: 0,
    getNextPageParam: (last, all) => ((last.groups[0]?.hits.length ?? 0) < page ? null : all.length * page),
    enabled: type !== null && text !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}
