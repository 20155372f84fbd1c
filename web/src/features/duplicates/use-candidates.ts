'use client';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { duplicates, duplicatesOf, type CandidateStatus, type Choices } from '@/lib/duplicates-api';

const root = ['duplicates'] as const;

export function useCandidates(type: string | null, status: CandidateStatus, enabled: boolean) {
  return useInfiniteQuery({
    enabled,
    queryKey: [...root, 'list', type, status],
    queryFn: ({ pageParam }) => duplicates.list(type, status, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next_cursor ?? null,
  });
}

/** What waits for a decision about one record. */
export function useCandidatesOf(plural: string | undefined, id: string | null) {
  return useQuery({ queryKey: duplicatesOf(plural ?? '', id ?? ''), queryFn: () => duplicates.of(plural ?? '', id ?? ''), enabled: plural !== undefined && id !== null });
}

export function useCounts() {
  return useQuery({ queryKey: [...root, 'counts'], queryFn: duplicates.counts, retry: false });
}

/** What a merge would make of the two, before anything is written. */
export function usePreview(id: string, survivor: string, choices: Choices, enabled: boolean) {
  return useQuery({
    queryKey: ['merge-preview', id, survivor, choices],
    queryFn: () => duplicates.preview(id, survivor, choices),
    enabled,
    placeholderData: before => before,
    retry: false,
  });
}

/** The same for records that nobody proposed. */
export function useMergePreview(plural: string, survivor: string, from: string[], choices: Choices) {
  return useQuery({
    queryKey: ['merge-preview', plural, survivor, from, choices],
    queryFn: () => duplicates.previewOf(plural, survivor, from, choices),
    placeholderData: before => before,
    retry: false,
  });
}

export function useRefreshCandidates() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: root });
}
