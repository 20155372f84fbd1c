import { api } from '@/lib/api';

export interface ModelSettings {
  available: boolean;
  state: 'no_model' | 'off' | 'on' | 'budget_used_up';
  state_text: string;
  share: { message_text: boolean; records: boolean; contact_addresses: 'masked' | 'plain' };
  budget: { tokens_per_month: number | null; cost_per_month: string | null; currency: string | null; input_per_million: string | null; output_per_million: string | null };
  log_texts: boolean;
  keep_days: number;
  usage: { month: string; calls: number; input_tokens: number; output_tokens: number; cost: string | null; currency: string | null; tokens_left: number | null; cost_left: string | null };
}

export interface ModelCall {
  id: string;
  at: string;
  person: { id: string; name: string } | null;
  purpose: string;
  prompt: string;
  prompt_version: number;
  model: string;
  input_tokens: number;
  output_tokens: number;
  cost: string | null;
  currency: string | null;
  ms: number;
  attempts: number;
  outcome: string;
  outcome_text: string;
  prompt_log_id: string | null;
  request?: unknown;
  response?: string | null;
}

export interface Figures {
  messages: number | null;
  asked: number | null;
  written: number;
  kept: number;
  corrected: number;
  undone: number;
  refused: number;
  accuracy: number | null;
}

export interface Evaluation {
  from: string;
  to: string;
  total: Figures;
  by_week: (Figures & { week: string })[];
  by_entity_week: (Figures & { week: string; entity: string })[];
  by_engine: (Figures & { engine: string })[];
  by_entity: (Figures & { entity: string; label: string })[];
  by_field: (Figures & { entity: string; field: string; label: string })[];
  examples: { active: number; used: number };
}

export interface Example {
  id: string;
  at: string;
  kind: string;
  kind_text: string;
  text: string;
  entity: string;
  field: string | null;
  read: unknown;
  right: unknown;
  record: { type: string; id: string; title: string } | null;
  person: { id: string; name: string } | null;
  used: number;
  active: boolean;
}

/** A message that was read with an example. */
export interface ExampleUse {
  message_id: string;
  at: string;
}

interface Page<T> {
  data: T[];
  next_cursor: string | null;
}

const query = (parts: Record<string, string>) => new URLSearchParams(Object.entries(parts).filter(([, value]) => value)).toString();

export const intelligenceKeys = {
  settings: ['model', 'settings'] as const,
  calls: (filter: Record<string, string>) => ['model', 'calls', filter] as const,
  call: (id: string) => ['model', 'call', id] as const,
  evaluation: (from: string, to: string) => ['model', 'evaluation', from, to] as const,
  examples: ['model', 'examples'] as const,
  uses: (id: string) => ['model', 'examples', id, 'uses'] as const,
};

export const intelligence = {
  settings: () => api.get<ModelSettings>('/llm/settings'),
  change: (change: object) => api.put<ModelSettings>('/llm/settings', change),
  calls: (filter: Record<string, string>, cursor: string) => api.get<Page<ModelCall> & { scope: 'all' | 'own' }>(`/llm/calls?${query({ ...filter, cursor })}`),
  call: (id: string) => api.get<ModelCall>(`/llm/calls/${id}`),
  evaluation: (from: string, to: string) => api.get<Evaluation>(`/intake/evaluation?${query({ from, to })}`),
  examples: (cursor: string) => api.get<Page<Example>>(`/intake/examples?${query({ cursor })}`),
  uses: async (id: string) => (await api.get<{ data: ExampleUse[] }>(`/intake/examples/${id}/uses`)).data,
  forget: (id: string) => api.delete<void>(`/intake/examples/${id}`),
  restore: (id: string) => api.post<Example>(`/intake/examples/${id}/restore`),
};

export const outcomes = ['answered', 'refused', 'unreadable', 'rate_limited', 'timed_out', 'unreachable', 'failed', 'over_budget'];
export const outcomeText = (outcome: string) => (outcome.charAt(0).toUpperCase() + outcome.slice(1)).replaceAll('_', ' ');

/** A day is meant from its beginning to its end. */
export const instants = (from: string, to: string) => ({ from: from && `${from}T00:00:00Z`, to: to && `${to}T23:59:59Z` });
export const percent = (share: number | null, locale: string) => (share === null ? '–' : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share));
/** The weeks of one kind of record, or of all. A kind that the chosen days do not have counts as all. */
export const weeks = (told: Evaluation, kind: string): (Figures & { week: string })[] => (told.by_entity.some(r => r.entity === kind) ? told.by_entity_week.filter(r => r.entity === kind) : told.by_week);
