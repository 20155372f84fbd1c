import { api, newKey } from './api';
import type { ChangeSet } from './change-sets';
import type { AnyRecord } from './records-api';

export type CandidateStatus = 'open' | 'merged' | 'dismissed';

export interface Reason {
  field: string;
  label: string;
  text: string;
  /** In bits: above nothing it speaks for the same, below against. */
  effect: number;
}

export interface Candidate {
  id: string;
  record_type: string;
  score: number;
  status: CandidateStatus;
  reasons: Reason[];
  records: AnyRecord[];
  decided_by?: string | null;
  decided_at?: string | null;
  change_set_id?: string | null;
}

export interface CandidatePage {
  data: Candidate[];
  next_cursor?: string | null;
  total?: number | null;
}

/** Which record each value is taken from. */
export type Choices = Record<string, string>;

export interface MergePreview {
  survivor_id: string;
  record: Record<string, unknown>;
  fields: { field: string; label: string; value: unknown; from: string | null; rule: string }[];
  moves: { type: string; label: string; field: string; count: number }[];
  binned: string[];
}

export interface Survivorship {
  [field: string]: string;
}

export interface DuplicateRules {
  record_type: string;
  label: string;
  enabled: boolean;
  auto_merge_above: number | null;
  review_above: number;
  survivorship: Survivorship;
  learned?: { decisions: number; in_use: boolean } | null;
}

export const duplicatesOf = (plural: string, id: string) => ['duplicates', 'of', plural, id] as const;

const query = (parts: Record<string, string | null | undefined>) => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) params.set(name, value);
  return params.toString();
};

export const duplicates = {
  list: (type: string | null, status: CandidateStatus, cursor?: string | null) => api.get<CandidatePage>(`/duplicates?${query({ type, status, cursor, limit: '25' })}`),
  counts: () => api.get<Record<string, number>>('/duplicates/counts'),
  of: async (plural: string, id: string) => (await api.get<{ data: Candidate[] }>(`/${plural}/${id}/duplicates`)).data,
  preview: (id: string, survivor: string, fields: Choices) => api.post<MergePreview>(`/duplicates/${id}/merge?dry_run=true`, { survivor_id: survivor, fields }),
  merge: (id: string, survivor: string, fields: Choices) =>
    api.post<{ merge_id: string; survivor_id: string; change_set: ChangeSet }>(`/duplicates/${id}/merge`, { survivor_id: survivor, fields }, { idempotencyKey: newKey() }),
  previewOf: (plural: string, survivor: string, from: string[], fields: Choices) => api.post<MergePreview>(`/${plural}/${survivor}/merge?dry_run=true`, { from_ids: from, fields }),
  mergeRecords: (plural: string, survivor: string, from: string[], fields: Choices) =>
    api.post<{ merge_id: string; survivor_id: string; change_set: ChangeSet }>(`/${plural}/${survivor}/merge`, { from_ids: from, fields }, { idempotencyKey: newKey() }),
  dismiss: (id: string) => api.post<Candidate>(`/duplicates/${id}/dismiss`, {}, { idempotencyKey: newKey() }),
  reopen: (id: string) => api.post<Candidate>(`/duplicates/${id}/reopen`, {}, { idempotencyKey: newKey() }),
  scan: (type: string) => api.post<{ job_id: string }>('/duplicates/scan', { type }),
  rules: async () => (await api.get<{ data: DuplicateRules[] }>('/duplicates/settings')).data,
  putRules: async (rules: Omit<DuplicateRules, 'label' | 'learned'>[]) => (await api.put<{ data: DuplicateRules[] }>('/duplicates/settings', rules)).data,
};

export const survivorshipRules = [
  { value: 'person_set', label: 'What a person has set, else the newest' },
  { value: 'newest', label: 'The newest' },
  { value: 'oldest', label: 'The oldest' },
  { value: 'most_complete', label: 'Of the fuller record' },
  { value: 'longest', label: 'The longest' },
];

export const ruleText: Record<string, string> = {
  person_set: 'set by a person', newest: 'newest', oldest: 'oldest', most_complete: 'of the fuller record', longest: 'longest', chosen: 'chosen by you', only: 'the only value', same: 'the same in both',
};
