import { api } from '@/lib/api';
import type { FilterTree } from '@/lib/records-api';

export type Severity = 'high' | 'medium' | 'low';
export type CheckGroup = 'completeness' | 'staleness' | 'validity' | 'duplicates' | 'links';

export interface QualityCheck {
  code: string;
  field?: string | null;
  group: CheckGroup;
  label: string;
  count: number;
  share: number;
  severity: Severity;
  /** Opens the list of exactly these records. */
  filter?: FilterTree | null;
  link?: string | null;
}

export interface QualityOfType {
  type: string;
  label: string;
  label_plural: string;
  plural: string;
  records: number;
  /** Share of the fields looked at that are filled. */
  complete: number;
  checks: QualityCheck[];
}

export interface Quality {
  as_of: string | null;
  refreshing: boolean;
  types: QualityOfType[];
}

export const quality = {
  get: () => api.get<Quality>('/data-quality'),
  refresh: () => api.post<Quality>('/data-quality/refresh'),
};
