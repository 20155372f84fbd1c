'use client';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { duplicates, type CandidateStatus, type Choices } from '@/lib/duplicates-api';

const root = ['duplicates'] as const;

export function useCandidates(type: string | null, status: CandidateStatus) {
  return useInfiniteQuery({
    queryKey: [...root, 'list', type, status],
    queryFn: ({ pageParam }) => duplicates.list(type, status, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next_cursor ?? null,
  });
}

export function useCounts() {
  return useQuery({ queryKey: [...root, 'counts'], queryFn: duplicates.counts, retry: false });
}

/** What a merge would make of the two, before anything is written. */
export function usePreview(id: string, survivor: string, choices: Choices, enabled: boolean) {
  return useQuery({
    queryKey: [...root, 'preview', id, survivor, choices],
    queryFn: () => duplicates.preview(id, survivor, choices),
    enabled,
    placeholderData: before => before,
    retry: false,
  });
}

export function useRefreshCandidates() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: root });
}
