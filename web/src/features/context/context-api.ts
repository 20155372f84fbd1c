import type { QueryClient } from '@tanstack/react-query';
import { api, newKey } from '@/lib/api';
import { changeSets, refreshRecords, type ChangeSet } from '@/lib/change-sets';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import type { DetailField } from './entry/details';
import { entryPlural, entryType } from './names';


export { entryPlural, entryType };

/** What an entry may be within its category, with the typed fields of its details. */
export interface KindInfo {
  category: string;
  kind: string;
  fields: DetailField[];
}

/** Fields that a person writes; the others follow. */
export const writable = [
  'title', 'kind', 'body', 'details', 'audience', 'language', 'sensitivity', 'product_ids', 'segments', 'regions', 'effective_from', 'effective_to', 'source', 'source_url', 'owner_id',
] as const;

export const contextKeys = {
  all: ['context'] as const,
  kinds: ['context', 'kinds'] as const,
};

export const context = {
  kinds: async (): Promise<KindInfo[]> => {
    const { data } = await api.get<{ data: { category: string; kinds: { kind: string; details: DetailField[] }[] }[] }>('/context/kinds');
    return data.flatMap(({ category, kinds }) => kinds.map(({ kind, details }) => ({ category, kind, fields: details })));
  },
};

/** What came of a write: it holds; it was handed in for review instead of going live; or it waits, and nothing of the entry is other yet. */
export type Outcome = { kind: 'written'; record: AnyRecord } | { kind: 'handed_in'; record: AnyRecord } | { kind: 'waits'; set: ChangeSet };

/** Writes fields of an entry that was read at a version. Where the category is reviewed, the change waits and nothing of the entry is other yet. */
export async function writeEntry(id: string, version: number, fields: Record<string, unknown>): Promise<Outcome> {
  const answer = await api.patch<AnyRecord>(`/${entryPlural}/${id}`, fields, { version, idempotencyKey: newKey() });
  if (answer.change_set_id && answer.version === version) {
    const set = await changeSets.get(answer.change_set_id);
    if (set.status === 'proposed' || set.operations.some(o => o.status === 'waiting')) return { kind: 'waits', set };
  }
  return { kind: fields.status === 'live' && answer.status === 'in_review' ? 'handed_in' : 'written', record: answer };
}

export const createEntry = (fields: Record<string, unknown>, key: string) => records.create(entryPlural, fields, key);

/** Everything that shows what is known. */
export function refreshContext(client: QueryClient) {
  void client.invalidateQueries({ queryKey: contextKeys.all });
  refreshRecords(client);
}

export const entryKey = (id: string) => keys.record(entryType, id);
