import { api, newKey, type CallOptions } from './api';
import type { ChangeSet } from './change-sets';
import { Problem } from './problem';
import type { AnyRecord, FilterTree, RecordQuery } from './records-api';

export interface Measure {
  op: 'count' | 'sum' | 'avg' | 'min' | 'max';
  field: string;
}

export interface Amount {
  amount: number;
  currency: string;
}

/** A number, a date, an amount, or amounts by currency where no rate joins them. */
export type Measured = number | string | Amount | Amount[] | null;

export interface Group {
  key: Record<string, unknown>;
  label: Record<string, string>;
  count: number;
  measures: Record<string, Measured>;
}

export interface Aggregate {
  groups: Group[];
  total: Group;
  truncated?: boolean;
}

export interface AggregateQuery {
  filter?: FilterTree;
  group_by?: string[];
  measures?: Measure[];
  currency?: string;
  as_of?: string;
}

export interface BoardColumn {
  value: string | boolean | null;
  label: string;
  tone?: string | null;
  count: number;
  totals: Record<string, Measured>;
  data: AnyRecord[];
  next_cursor?: string | null;
}

export interface Board {
  columns: BoardColumn[];
}

export interface BoardQuery {
  filter?: FilterTree;
  column_field: string;
  sort?: string[];
  limit?: number;
  totals?: Measure[];
}

export interface BulkRequest {
  ids?: string[];
  filter?: FilterTree;
  set?: Record<string, unknown>;
  add?: Record<string, unknown>;
  action?: 'delete' | 'restore';
  expected_count?: number;
}

/** The change set of a bulk edit, with the first of its operations; above some thousand records a job writes it. */
export interface BulkAnswer extends Partial<ChangeSet> {
  counts?: { total?: number; changed?: number; unchanged?: number; refused?: number; [more: string]: number | undefined };
  job_id?: string;
}

export interface Job {
  id: string;
  status: 'queued' | 'running' | 'waiting' | 'done' | 'dead' | 'cancelled' | 'skipped';
  progress: { done: number; total?: number | null; message?: string | null };
  /** Known from the start, so that what was written before a stop can be taken back. */
  input?: { change_set?: string } | null;
  result?: { change_set_id?: string; counts?: BulkAnswer['counts']; [more: string]: unknown } | null;
  error?: string | null;
}

export interface SavedView {
  id: string;
  name: string;
  record_type: string;
  layout: 'list' | 'board' | 'timeline';
  visibility: 'private' | 'shared' | 'team';
  query: {
    filter?: FilterTree | null;
    sort?: string[];
    fields?: string[];
    group_by?: string[];
    column_field?: string | null;
    date_fields?: string[];
  };
  is_default?: boolean;
  owner_id?: string | null;
  /** Whoever reads it may change it. */
  editable?: boolean;
  version?: number;
  /** Parts that no longer work, in words; the view opens without them. */
  problems?: (string | { message: string })[];
}

export type ViewDraft = Pick<SavedView, 'name' | 'record_type' | 'layout' | 'visibility' | 'query'> & { is_default?: boolean };

async function listOrNone(path: string): Promise<SavedView[]> {
  try {
    const answer = await api.get<SavedView[] | { data: SavedView[] }>(path);
    return Array.isArray(answer) ? answer : answer.data;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return [];
    throw error;
  }
}

export const lists = {
  aggregate: (plural: string, query: AggregateQuery, options?: CallOptions) => api.post<Aggregate>(`/${plural}/aggregate`, query, options),
  board: (plural: string, query: BoardQuery, options?: CallOptions) => api.post<Board>(`/${plural}/board`, query, options),
  bulk: (plural: string, request: BulkRequest, dryRun: boolean) =>
    api.post<BulkAnswer>(`/${plural}/bulk${dryRun ? '?dry_run=true' : ''}`, { ...request, ...(dryRun && { dry_run: true }) }, dryRun ? undefined : { idempotencyKey: newKey() }),
  job: (id: string) => api.get<Job>(`/jobs/${id}`),
  cancelJob: (id: string) => api.post<Job>(`/jobs/${id}/cancel`, {}),
};

export const views = {
  of: (type: string) => listOrNone(`/views?record_type=${encodeURIComponent(type)}`),
  create: (draft: ViewDraft) => api.post<SavedView>('/views', draft, { idempotencyKey: newKey() }),
  update: (view: SavedView, part: Partial<ViewDraft>) => api.patch<SavedView>(`/views/${view.id}`, part, { version: view.version, idempotencyKey: newKey() }),
  remove: (id: string) => api.delete<void>(`/views/${id}`, { idempotencyKey: newKey() }),
};

export type ExportFormat = 'csv' | 'xlsx' | 'jsonl';
export type ExportQuery = Pick<RecordQuery, 'filter' | 'sort' | 'fields' | 'as_of'> & { format: ExportFormat };
