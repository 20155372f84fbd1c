'use client';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, newKey } from '@/lib/api';
import { followJob } from '@/lib/jobs';
import type { Choice } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import type { FilterTree } from '@/lib/records-api';

export interface Rollup {
  type: string;
  via: string;
  op: 'count' | 'sum' | 'min' | 'max' | 'last';
  field?: string | null;
  filter?: FilterTree | null;
}

/** A field that the workspace added; of kind `choices` where it only adds values to a built-in field. */
export interface FieldDefinition {
  id: string;
  record_type: string;
  name: string;
  label: string;
  kind: string;
  value_kind?: string | null;
  required: boolean;
  unique: boolean;
  default?: unknown;
  choices: Choice[];
  ref?: string | null;
  formula?: string | null;
  rollup?: Rollup | null;
  validation?: { expression: string; message: string } | null;
  help?: string;
  section?: string;
  filter: boolean;
  sort: boolean;
  list: number;
  removed_at?: string | null;
}

export interface EntityDefinition {
  id: string;
  name: string;
  plural: string;
  label: string;
  label_plural: string;
  icon?: string;
  title_label?: string;
  removed_at?: string | null;
}

export interface Impact {
  records: number;
  values: number;
  invalid: number;
  used_in: { kind: string; id: string; name: string }[];
}

export interface SchemaChange {
  id: string;
  at: string;
  by?: string | null;
  summary: string;
  rolls_back?: string | null;
  rolled_back_by?: string | null;
}

export interface FormulaCheck {
  ok: boolean;
  kind?: string | null;
  value?: unknown;
  problem?: { message: string; start?: number | null; end?: number | null } | null;
  depends_on?: string[];
}

export type Saved<T> = T & { impact: Impact; change_id?: string; job_id?: string };

/** A field with many values is changed by a job; whoever waits for the field waits for it. */
async function held<T>(answer: Promise<Saved<T>>): Promise<Saved<T>> {
  const saved = await answer;
  if (saved.job_id) {
    const job = await followJob(saved.job_id);
    if (job.status !== 'done') throw new Error(job.error ?? 'The field could not be changed.');
  }
  return saved;
}

const write = () => ({ idempotencyKey: newKey() });
const dry = '?dry_run=true';

export const schema = {
  createField: (body: object) => api.post<Saved<FieldDefinition>>('/schema/fields', body, write()),
  changeField: (id: string, body: object) => held(api.patch<Saved<FieldDefinition>>(`/schema/fields/${id}`, body, write())),
  removeField: (id: string) => api.delete<Saved<FieldDefinition> | undefined>(`/schema/fields/${id}`, write()),
  restoreField: (id: string) => held(api.post<Saved<FieldDefinition>>(`/schema/fields/${id}/restore`, {}, write())),
  tryCreate: async (body: object) => (await api.post<{ impact: Impact }>(`/schema/fields${dry}`, body)).impact,
  tryChange: async (id: string, body: object) => (await api.patch<{ impact: Impact }>(`/schema/fields/${id}${dry}`, body)).impact,
  tryRemove: async (path: string) => (await api.delete<{ impact: Impact }>(`${path}${dry}`)).impact,
  createEntity: (body: object) => api.post<Saved<EntityDefinition>>('/schema/entities', body, write()),
  changeEntity: (id: string, body: object) => api.patch<Saved<EntityDefinition>>(`/schema/entities/${id}`, body, write()),
  removeEntity: (id: string) => api.delete<Saved<EntityDefinition> | undefined>(`/schema/entities/${id}`, write()),
  restoreEntity: (id: string) => api.post<Saved<EntityDefinition>>(`/schema/entities/${id}/restore`, {}, write()),
  rollBack: (change: string) => api.post<unknown>(`/schema/changes/${change}/roll-back`, {}, write()),
  check: (body: { record_type: string; formula: string; record_id?: string }, signal?: AbortSignal) => api.post<FormulaCheck>('/schema/formula/check', body, { signal }),
};

const list = async <T>(path: string): Promise<T[]> => {
  const answer = await api.get<T[] | { data: T[] }>(path);
  return Array.isArray(answer) ? answer : answer.data;
};

export const useFields = (type: string) =>
  useQuery({ queryKey: [...keys.schema, 'fields', type], queryFn: () => list<FieldDefinition>(`/schema/fields?type=${encodeURIComponent(type)}`), enabled: type !== '' });

export const useEntities = () => useQuery({ queryKey: [...keys.schema, 'entities'], queryFn: () => list<EntityDefinition>('/schema/entities') });

export const useSchemaChanges = () => useQuery({ queryKey: [...keys.schema, 'changes'], queryFn: () => list<SchemaChange>('/schema/changes') });

/** Types describe every page, so lists and records are read again too. */
export async function refreshSchema(client: QueryClient) {
  await client.invalidateQueries({ queryKey: keys.schema });
  await client.invalidateQueries({ queryKey: keys.types });
  // A new record type brings rights of its own.
  await client.invalidateQueries({ queryKey: keys.session });
  void client.invalidateQueries({ queryKey: ['list'] });
  void client.invalidateQueries({ queryKey: ['record'] });
}

export function useRefreshSchema() {
  const client = useQueryClient();
  return () => refreshSchema(client);
}
