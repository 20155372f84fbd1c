'use client';
import { keepPreviousData, useQueries, useQuery, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord, type RecordPage } from '@/lib/records-api';
import { toQuery, type View } from '../view';

export const pageSize = 100;

function pageOptions(type: RecordType, view: View, page: number) {
  return {
    queryKey: keys.listPage(type.name, view, page),
    staleTime: 60_000,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<RecordPage> =>
      records.query(
        type.plural,
        { ...toQuery(view, type.title_field), limit: pageSize, offset: page * pageSize, ...(page === 0 && { count: true }) },
        { signal, bin: view.bin },
      ),
  };
}

/** The first page carries the count; the others are read as they scroll into view. */
export function useRecordHead(type: RecordType, view: View) {
  return useQuery({ ...pageOptions(type, view, 0), placeholderData: keepPreviousData });
}

export function useRecordRows(type: RecordType, view: View, first: number, last: number): (index: number) => AnyRecord | undefined {
  const from = Math.floor(first / pageSize);
  const to = Math.floor(last / pageSize);
  const pages = useMemo(() => Array.from({ length: to - from + 1 }, (_, i) => from + i), [from, to]);
  const answers = useQueries({ queries: pages.map(page => pageOptions(type, view, page)) });
  return index => answers[Math.floor(index / pageSize) - from]?.data?.data[index % pageSize];
}

/** What the cache holds, for actions on rows that may have scrolled away. */
export function cachedRows(client: QueryClient, type: string): Map<string, AnyRecord> {
  const found = new Map<string, AnyRecord>();
  for (const [, page] of client.getQueriesData<RecordPage>({ queryKey: keys.lists(type) })) {
    page?.data?.forEach(r => found.set(r.id, r));
  }
  return found;
}
