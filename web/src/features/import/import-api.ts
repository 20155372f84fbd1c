import { api, newKey } from '@/lib/api';
import { uploadInParts } from './upload-parts';

export type ImportStatus = 'uploaded' | 'mapped' | 'checking' | 'checked' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed' | 'undone';

export interface ImportColumn {
  name: string;
  samples: string[];
  suggested_field?: string | null;
  /** Share of the rows that have a value. */
  filled?: number | null;
  /** Why this field, or why none. */
  reason?: string | null;
  /** A field of the workspace's own that would take the column. */
  new_field?: { label: string; kind: string; choices?: { value: string; label: string }[] | null } | null;
}

/** A column of dates that can be read both ways. */
export interface DateQuestion {
  column: string;
  samples: string[];
  options: DateOrder[];
}

export type DateOrder = 'day_first' | 'month_first';
export type Policy = 'always' | 'create' | 'update' | 'fill_empty' | 'never';

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
  /** When a field is written; always unless said otherwise. */
  policies?: Record<string, Policy> | null;
  /** What a person has set waits for a decision; so it does unless said otherwise. */
  person_wins?: boolean | null;
  date_orders?: Record<string, DateOrder> | null;
  /** By line of the file: the record it is, "new" or "skip". */
  reviews?: Record<string, string> | null;
}

export type Outcome = 'create' | 'update' | 'unchanged' | 'waiting' | 'refused' | 'duplicate' | 'review';

export interface DryRow {
  row: number;
  outcome: Outcome;
  title?: string | null;
  fields?: { field: string; label?: string | null; before?: unknown; after?: unknown }[];
  reason?: string | null;
  record_id?: string | null;
  values?: Record<string, string>;
  /** Records that the row may be. */
  candidates?: { record_id: string; title: string; score: number; reasons?: string[] }[];
}

export interface RowPage {
  data: DryRow[];
  next_cursor?: string | null;
  counts: Partial<Record<Outcome, number>>;
}

export interface Counts {
  creates: number;
  updates: number;
  unchanged: number;
  /** Changes that somebody has to decide first. */
  waiting?: number;
  refused: number;
  duplicates?: number;
  review?: number;
}

export interface DryRun extends Counts {
  rows: DryRow[];
}

export interface Progress {
  phase?: 'reading' | 'matching' | 'writing' | null;
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
  notes?: string[];
  choice_questions: ChoiceQuestion[];
  date_questions?: DateQuestion[];
  match_keys?: string[];
  match_key_options?: { field: string; label: string; filled?: number | null }[];
  mapping?: Mapping | null;
  dry_run?: DryRun | null;
  progress?: Progress | null;
  result?: (Partial<Counts> & { rows?: DryRow[] }) | null;
  change_set_id?: string | null;
  change_set_ids?: string[];
  detail?: string | null;
}

/** Above this a file goes in parts, so that a broken connection costs one part. */
const wholeAtOnce = 32 * 1024 * 1024;

const listOf = <T>(answer: T[] | { data: T[] }) => (Array.isArray(answer) ? answer : answer.data);

export const imports = {
  list: async () => listOf(await api.get<Import[] | { data: Import[] }>('/imports')),
  get: (id: string) => api.get<Import>(`/imports/${id}`),
  upload: async (file: File, recordType: string, tell?: (share: number) => void) => {
    if (file.size > wholeAtOnce) {
      const id = await uploadInParts(file, tell);
      return api.post<Import>('/imports', { upload_id: id, record_type: recordType }, { idempotencyKey: newKey() });
    }
    const form = new FormData();
    form.append('file', file);
    form.append('record_type', recordType);
    return api.post<Import>('/imports', form, { idempotencyKey: newKey() });
  },
  map: (id: string, mapping: Mapping) => api.put<Import | undefined>(`/imports/${id}/mapping`, mapping),
  /** Of a long file the import itself, which is being checked. */
  dryRun: (id: string) => api.post<DryRun | Import>(`/imports/${id}/dry-run`),
  rows: (id: string, outcome: Outcome | null, cursor?: string | null) =>
    api.get<RowPage>(`/imports/${id}/rows?limit=200${outcome ? `&outcome=${outcome}` : ''}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`),
  makeField: (id: string, column: string) => api.post<Import>(`/imports/${id}/fields`, { column }, { idempotencyKey: newKey() }),
  pause: (id: string) => api.post<Import>(`/imports/${id}/pause`),
  run: (id: string) => api.post<Import>(`/imports/${id}/run`, {}, { idempotencyKey: newKey() }),
  undo: (id: string) => api.post<Import>(`/imports/${id}/undo`, {}, { idempotencyKey: newKey() }),
  refusedFile: (id: string) => `/api/v1/imports/${id}/refused.csv`,
  cancel: (id: string) => api.post<Import>(`/imports/${id}/cancel`),
};
