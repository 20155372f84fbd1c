import { api, newKey } from '@/lib/api';

export type ImportStatus = 'uploaded' | 'mapped' | 'checked' | 'running' | 'done' | 'cancelled' | 'failed' | 'undone';

export interface ImportColumn {
  name: string;
  samples: string[];
  suggested_field?: string | null;
}

export interface ChoiceValue {
  value: string;
  suggested?: string | null;
  suggested_label?: string | null;
  /** Rows that hold the value. */
  count?: number;
  options?: { value: string; label: string }[];
}

export interface ChoiceQuestion {
  column: string;
  field: string;
  values: ChoiceValue[];
}

export interface Mapping {
  columns: Record<string, string | null>;
  choices: Record<string, Record<string, string | null>>;
  match_key: string | null;
}

export type Outcome = 'create' | 'update' | 'unchanged' | 'waiting' | 'refused';

export interface DryRow {
  row: number;
  outcome: Outcome;
  title?: string | null;
  fields?: { field: string; before?: unknown; after?: unknown }[];
  reason?: string | null;
  record_id?: string | null;
  values?: Record<string, string>;
}

export interface Counts {
  creates: number;
  updates: number;
  unchanged: number;
  /** Changes that somebody has to decide first. */
  waiting?: number;
  refused: number;
}

export interface DryRun extends Counts {
  rows: DryRow[];
}

export interface Progress {
  done: number;
  total: number;
  rows_per_second?: number | null;
  seconds_left?: number | null;
}

export interface Import {
  id: string;
  record_type: string;
  file_name?: string | null;
  status: ImportStatus;
  created_at?: string;
  finished_at?: string | null;
  columns: ImportColumn[];
  row_count: number;
  delimiter?: string | null;
  encoding?: string | null;
  choice_questions: ChoiceQuestion[];
  match_keys?: string[];
  mapping?: Mapping | null;
  dry_run?: DryRun | null;
  progress?: Progress | null;
  result?: (Partial<Counts> & { rows?: DryRow[] }) | null;
  change_set_id?: string | null;
  change_set_ids?: string[];
  detail?: string | null;
}

const listOf = <T>(answer: T[] | { data: T[] }) => (Array.isArray(answer) ? answer : answer.data);

export const imports = {
  list: async () => listOf(await api.get<Import[] | { data: Import[] }>('/imports')),
  get: (id: string) => api.get<Import>(`/imports/${id}`),
  upload: (file: File, recordType: string) => {
    const form = new FormData();
    form.append('file', file);
    form.append('record_type', recordType);
    return api.post<Import>('/imports', form, { idempotencyKey: newKey() });
  },
  map: (id: string, mapping: Mapping) => api.put<Import | undefined>(`/imports/${id}/mapping`, mapping),
  dryRun: (id: string) => api.post<DryRun>(`/imports/${id}/dry-run`),
  run: (id: string) => api.post<Import>(`/imports/${id}/run`, {}, { idempotencyKey: newKey() }),
  undo: (id: string) => api.post<Import>(`/imports/${id}/undo`, {}, { idempotencyKey: newKey() }),
  refusedFile: (id: string) => `/api/v1/imports/${id}/refused.csv`,
  cancel: (id: string) => api.post<Import>(`/imports/${id}/cancel`),
};
