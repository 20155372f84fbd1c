'use client';
import { useInfiniteQuery, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/lib/api';
import { onRecordChanged } from '@/lib/live';
import { fieldOf, useTypes, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records } from '@/lib/records-api';
import { fromHistory, fromRecord, fromServer, type TimelineEntry } from './entries';

interface Page {
  entries: TimelineEntry[];
  next: string | null;
}

const related = ['interaction', 'task', 'objection', 'feedback'];

/** The field of a type by which records of another type are found, if the server filters by it. */
export function linkField(of: RecordType | undefined, to: string): string | null {
  return of?.fields.find(f => f.kind === 'reference' && f.ref === to && f.filter)?.name ?? null;
}

async function companyPage(id: string, cursor: string | null): Promise<Page> {
  const answer = await api.get<{ data: Record<string, unknown>[]; next_cursor?: string | null }>(
    `/companies/${id}/timeline?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  return { entries: answer.data.map(fromServer), next: answer.next_cursor ?? null };
}

async function historyPage(type: RecordType, id: string, cursor: string | null): Promise<Page> {
  const answer = await records.history(type.plural, id, cursor ?? undefined);
  return { entries: answer.data.map(h => fromHistory(h, { type: type.name, id })), next: answer.next_cursor ?? null };
}

/** A change of a deal or a call is part of its account's story; many at once are read once. */
function useFreshness(type: string, id: string) {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onRecordChanged(change => {
      if (change.record_id === id) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: keys.timeline(type, id) });
      }, 1_000);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, type, id]);
}

/** What happened to a record: its own changes, and for all but accounts the records that name it. */
export function useTimeline(type: RecordType, id: string) {
  const types = useTypes().data ?? [];
  const whole = type.name === 'company';
  useFreshness(type.name, id);
  const own = useInfiniteQuery({
    queryKey: keys.timeline(type.name, id),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => (whole ? companyPage(id, pageParam) : historyPage(type, id, pageParam)),
    getNextPageParam: page => page.next,
  });
  const links = whole ? [] : types.filter(t => related.includes(t.name)).flatMap(t => {
    const field = linkField(t, type.name);
    return field && fieldOf(t, field) ? [{ type: t, field }] : [];
  });
  const others = useQueries({
    queries: links.map(link => ({
      queryKey: keys.related(type.name, id, link.type.name),
      queryFn: () => records.query(link.type.plural, { filter: { field: link.field, op: 'is', value: id }, sort: ['-updated_at'], limit: 50 }),
    })),
  });
  const entries = [
    ...(own.data?.pages.flatMap(p => p.entries) ?? []),
    ...others.flatMap(o => o.data?.data.map(fromRecord) ?? []),
  ];
  return { ...own, entries };
}
