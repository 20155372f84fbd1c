import { api, newKey, type CallOptions } from './api';

export interface RecordRef {
  id: string;
  type: string;
  title: string;
}

/** A record of any type: the common fields plus whatever its metadata names. */
export interface AnyRecord {
  id: string;
  type: string;
  version: number;
  title: string;
  created_at: string;
  updated_at: string;
  deleted_at?: string | null;
  external_ids?: { source: string; id: string }[];
  _refs?: Record<string, RecordRef | RecordRef[] | null>;
  change_set_id?: string;
  /** Fields that the reader's role does not see. */
  _masked?: string[];
  /** Why computed fields have no value, by field. */
  _reasons?: Record<string, string>;
  /** Of a past moment: why a value cannot be told, by field. */
  _not_as_of?: Record<string, string>;
  [field: string]: unknown;
}

export type FilterTree =
  | { and: FilterTree[] }
  | { or: FilterTree[] }
  | { not: FilterTree }
  | { field: string; op: string; value?: unknown };

export interface RecordQuery {
  filter?: FilterTree;
  sort?: string[];
  limit?: number;
  cursor?: string;
  offset?: number;
  count?: boolean;
  fields?: string[];
  /** The records as they were at this moment. */
  as_of?: string;
}

export interface RecordPage {
  data: AnyRecord[];
  next_cursor?: string | null;
  total?: number;
  total_is_estimate?: boolean;
}

export interface HistoryEntry {
  version: number;
  at: string;
  change_type: string;
  change_category?: string | null;
  changed_fields: string[];
  summary: string;
  source?: string | null;
  user_id?: string | null;
  user_name?: string | null;
  previous_values?: Record<string, unknown> | null;
  new_values?: Record<string, unknown> | null;
  change_set_id?: string | null;
  evidence?: unknown;
}

export interface Provenance {
  by?: string | null;
  kind?: string | null;
  at?: string | null;
  change_set_id?: string | null;
  evidence?: { quote?: string; source?: string } | null;
}

type Bin = { bin?: boolean };

export const records = {
  query: (plural: string, query: RecordQuery, options?: CallOptions & Bin) =>
    api.post<RecordPage>(`/${plural}/query${options?.bin ? '?bin=true' : ''}`, query, options),
  bin: (plural: string, limit = 100, cursor?: string, options?: CallOptions) =>
    api.get<RecordPage>(`/${plural}?bin=true&limit=${limit}&count=true${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, options),
  get: (plural: string, id: string, options?: CallOptions) => api.get<AnyRecord>(`/${plural}/${id}`, options),
  at: (plural: string, id: string, moment: string, options?: CallOptions) => api.get<AnyRecord>(`/${plural}/${id}?as_of=${encodeURIComponent(moment)}`, options),
  create: (plural: string, fields: Record<string, unknown>, idempotencyKey = newKey()) =>
    api.post<AnyRecord>(`/${plural}`, fields, { idempotencyKey }),
  update: (plural: string, id: string, version: number, fields: Record<string, unknown>) =>
    api.patch<AnyRecord>(`/${plural}/${id}`, fields, { version, idempotencyKey: newKey() }),
  remove: (plural: string, id: string, version?: number) =>
    api.delete<AnyRecord | undefined>(`/${plural}/${id}`, { version, idempotencyKey: newKey() }),
  restore: (plural: string, id: string) => api.post<AnyRecord>(`/${plural}/${id}/restore`, {}, { idempotencyKey: newKey() }),
  history: (plural: string, id: string, cursor?: string) =>
    api.get<{ data: HistoryEntry[]; next_cursor?: string | null }>(
      `/${plural}/${id}/history?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`),
  provenance: (plural: string, id: string) => api.get<Record<string, Provenance>>(`/${plural}/${id}/provenance`),
};
