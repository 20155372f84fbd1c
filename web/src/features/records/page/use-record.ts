'use client';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { toast } from '@/components/ui/toast';
import type { RecordType } from '@/lib/meta';
import { isConflict } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { records, type AnyRecord, type RecordPage } from '@/lib/records-api';

export function useRecord(type: RecordType | undefined, id: string, load?: (id: string) => Promise<AnyRecord>) {
  return useQuery({
    queryKey: keys.record(type?.name ?? '', id),
    queryFn: ({ signal }) => (load ? load(id) : records.get(type?.plural ?? '', id, { signal })),
    enabled: type !== undefined && id !== '' && id !== '_',
  });
}

/** The address of a record that was merged leads to the one that stayed. */
export function useMerged(type: RecordType, id: string, record: AnyRecord | undefined) {
  const router = useRouter();
  const stayed = record && record.id !== id ? record.id : null;
  useEffect(() => {
    if (!stayed) return;
    toast.ok('This record was merged into another. You see the one that stayed.');
    router.replace(recordPath(type.name, stayed, type.plural));
  }, [stayed, type, router]);
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The saved record in the lists that show it, before they are read again. */
function putIntoLists(client: QueryClient, type: string, record: AnyRecord) {
  client.setQueriesData<Partial<RecordPage>>({ queryKey: keys.lists(type) }, page =>
    Array.isArray(page?.data) && page.data.some(r => r.id === record.id) ? { ...page, data: page.data.map(r => (r.id === record.id ? { ...r, ...record } : r)) } : page);
}

/**
 * Shows the new value at once; the server's answer, or the record as it is after a refusal, takes its place.
 * `known` is the record as the person sees it, where it came with a list. `began` holds the values that somebody began to change:
 * as long as they stand, a change of other fields is no conflict.
 */
export function useUpdate(type: RecordType, id: string, known?: AnyRecord, began?: Record<string, unknown>) {
  const client = useQueryClient();
  const key = keys.record(type.name, id);
  return useMutation({
    mutationFn: async (fields: Record<string, unknown>) => {
      const now = client.getQueryData<AnyRecord>(key);
      try {
        return await records.update(type.plural, id, Math.max(now?.version ?? 0, known?.version ?? 0), fields);
      } catch (error) {
        const there = began && isConflict(error) ? await records.get(type.plural, id).catch(() => undefined) : undefined;
        if (!began || !there || Object.keys(began).some(f => !same(there[f], began[f]))) throw error;
        return records.update(type.plural, id, there.version, fields);
      }
    },
    onMutate: async fields => {
      await client.cancelQueries({ queryKey: key, exact: true });
      const before = client.getQueryData<AnyRecord>(key);
      // The version stays: mutationFn runs after this and has to name the one that was read.
      if (before) client.setQueryData<AnyRecord>(key, { ...before, ...fields });
      return { before };
    },
    onError: (error, _fields, context) => {
      client.setQueryData(key, context?.before);
      if (!isConflict(error)) return;
      void client.invalidateQueries({ queryKey: key });
      void records.get(type.plural, id).then(now => putIntoLists(client, type.name, now), () => undefined);
    },
    onSuccess: record => {
      if (client.getQueryData(key)) client.setQueryData(key, record);
      putIntoLists(client, type.name, record);
      void client.invalidateQueries({ queryKey: keys.history(type.name, id) });
      void client.invalidateQueries({ queryKey: keys.provenance(type.name, id) });
      void client.invalidateQueries({ queryKey: [...keys.record(type.name, id), 'related'] });
      void client.invalidateQueries({ queryKey: keys.lists(type.name) });
    },
  });
}

export function useProvenance(type: RecordType, id: string) {
  return useQuery({ queryKey: keys.provenance(type.name, id), queryFn: () => records.provenance(type.plural, id), staleTime: 60_000 });
}
