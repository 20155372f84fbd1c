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
  /** Who or what the value is, where another file says it. */
  label?: string | null;
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
  /** Rows without a record of theirs are refused. */
  only_existing?: boolean | null;
  /** Of a file of past values: of which field. */
  history?: string | null;
  /** By line of the file: the record it is, "new" or "skip". */
  reviews?: Record<string, string> | null;
}

export type Outcome = 'create' | 'update' | 'unchanged' | 'waiting' | 'refused' | 'duplicate' | 'review';

export interface DryRow {
  row: number;
  outcome: Outcome;
  title?: string | null;
  fields?: { field: string; label?: string | null; before?: unknown; after?: unknown; note?: string | null }[];
  reason?: string | null;
  record_id?: string | null;
  values?: Record<string, string>;
  /** Records that the row may be. */
  candidates?: { id: string; title: string; score?: number | null; reasons?: string[] }[];
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
  /** Past values that were loaded. */
  history?: number;
}

export interface DryRun extends Counts {
  rows: DryRow[];
}

export interface Progress {
  phase?: 'reading' | 'matching' | 'planning' | 'writing' | null;
  done: number;
  total: number;
  rows_per_second?: number | null;
  seconds_left?: number | null;
}

/** How a file is read. */
export interface FileFormat {
  kind: 'csv' | 'xlsx' | 'jsonl' | 'vcard';
  encoding: string;
  delimiter: string;
  sheet?: string | null;
  sheets?: string[] | null;
}

/** Another way to read the file; the record type where another was guessed. */
export interface NewFormat extends Partial<Pick<FileFormat, 'encoding' | 'delimiter' | 'sheet'>> {
  record_type?: string;
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
  format?: FileFormat;
  set_id?: string | null;
  notes?: string[];
  /** A history tells what fields of records held before. */
  kind?: 'records' | 'history';
  history_targets?: { target: string; label: string }[];
  choice_questions: ChoiceQuestion[];
  date_questions?: DateQuestion[];
  match_keys?: string[];
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
  /** Without a type the one is taken that its columns fit best. */
  upload: async (file: File, recordType: string | null, tell?: (share: number) => void) => {
    if (file.size > wholeAtOnce) {
      const id = await uploadInParts(file, tell);
      return api.post<Import>('/imports', { upload_id: id, ...(recordType && { record_type: recordType }) }, { idempotencyKey: newKey() });
    }
    const form = new FormData();
    form.append('file', file);
    if (recordType) form.append('record_type', recordType);
    return api.post<Import>('/imports', form, { idempotencyKey: newKey() });
  },
  format: (id: string, part: NewFormat) => api.put<Import>(`/imports/${id}/format`, part),
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

export interface NewFile {
  upload_id: string;
  record_type?: string;
}

/** A reference of one file to records, perhaps of another. */
export interface Association {
  import_id: string;
  file_name: string;
  column: string;
  field: string;
  label: string;
  record_type: string;
  from_import_id?: string | null;
  from_file?: string | null;
}

export interface SetProgress extends Progress {
  file_name?: string | null;
  file?: number | null;
  files?: number | null;
}

/** Files that came together: checked, run and taken back as one. */
export interface ImportSet {
  id: string;
  status: 'open' | 'checking' | 'checked' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled' | 'undone';
  created_at: string;
  /** Files that are no import of their own, with the reason; with an id somebody has to say what the rows are. */
  notes: { file_name: string; text: string; file_id?: string | null }[];
  imports: Import[];
  associations: Association[];
  open_questions?: number;
  counts?: Counts | null;
  progress?: SetProgress | null;
  can: { check: boolean; run: boolean; pause: boolean; cancel: boolean; undo: boolean };
}

const ofSet = (id: string) => `/import-sets/${id}`;

export const importSets = {
  list: async () => (await api.get<{ data: ImportSet[] }>('/import-sets')).data,
  get: (id: string) => api.get<ImportSet>(ofSet(id)),
  create: (files: NewFile[]) => api.post<ImportSet>('/import-sets', { files }, { idempotencyKey: newKey() }),
  leaveOut: (id: string, file: string) => api.delete<ImportSet>(`${ofSet(id)}/imports/${file}`),
  answer: (id: string, file: string, type: string) => api.post<ImportSet>(`${ofSet(id)}/files/${file}`, { record_type: type }),
  leaveFileOut: (id: string, file: string) => api.delete<ImportSet>(`${ofSet(id)}/files/${file}`),
  dryRun: (id: string) => api.post<ImportSet>(`${ofSet(id)}/dry-run`),
  run: (id: string) => api.post<ImportSet>(`${ofSet(id)}/run`, {}, { idempotencyKey: newKey() }),
  pause: (id: string) => api.post<ImportSet>(`${ofSet(id)}/pause`),
  cancel: (id: string) => api.post<ImportSet>(`${ofSet(id)}/cancel`),
  undo: (id: string) => api.post<ImportSet>(`${ofSet(id)}/undo`, {}, { idempotencyKey: newKey() }),
};
