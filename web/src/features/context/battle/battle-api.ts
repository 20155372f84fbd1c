import { api, newKey } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import type { AnyRecord, FilterTree, RecordRef } from '@/lib/records-api';
import { entryType } from '../names';

export interface Listed {
  competitor_id: string;
  competitor_name: string;
  /** Null where nobody has written one, or where it is above what the reader may read. */
  card_id: string | null;
  status: string | null;
  objections: number;
  /** Of the last 90 days. */
  recent: number;
  won: number;
  lost: number;
  open: number;
  heard: string | null;
}

export interface Line {
  text: string;
  records: RecordRef[];
}

export interface Outcome {
  count: number;
  amounts: Record<string, number | string>;
  reasons: Line[];
  deals: RecordRef[];
}

export interface Quote {
  text: string;
  in: RecordRef | null;
  on: string | null;
}

export interface Instance {
  objection: RecordRef;
  company: RecordRef | null;
  deal: RecordRef | null;
  /** Of the deal on that day. */
  stage: string | null;
  deal_state: string | null;
  on: string;
  status: string | null;
  answer: string | null;
  quote: Quote | null;
}

export interface Raised {
  text: string;
  categories: string[];
  times: Instance[];
}

export interface Trend {
  months: { month: string; count: number }[];
  recent: number;
  before: number;
}

export interface Mention {
  interaction: RecordRef;
  company: RecordRef | null;
  deal: RecordRef | null;
  kind: string | null;
  on: string;
  quote: string;
}

export interface Answered {
  text: string;
  objections: RecordRef[];
  won: RecordRef[];
  lost: RecordRef[];
  open: RecordRef[];
}

export interface Message {
  entry: RecordRef;
  kind: string;
  proof: boolean;
  product: RecordRef;
  objection: string;
  why: string;
  /** Why outsiders may not be told it. */
  held: string[];
}

export interface Faq {
  entry: RecordRef;
  answer: string | null;
  why: string;
}

export interface BattleCard {
  competitor: AnyRecord;
  card: AnyRecord | null;
  won: Outcome;
  lost: Outcome;
  open: Outcome;
  raised: Raised[];
  trend: Trend;
  mentions: { count: number; shown: Mention[] };
  answers: Answered[];
  messages: Message[];
  faqs: Faq[];
  proposal: { strengths: Line[]; weaknesses: Line[]; answers: Line[] };
  /** Of fewer decided deals a share says little. */
  enough: number;
  complete: boolean;
}

const path = '/context/battle-cards';

/** Read again with the lists of entries, whatever changes them. */
export const battleKeys = {
  all: [...keys.lists(entryType), 'battle'] as const,
  one: (id: string) => [...keys.lists(entryType), 'battle', id] as const,
};

export const battle = {
  all: async (signal?: AbortSignal) => (await api.get<{ data: Listed[] }>(path, { signal })).data,
  get: (id: string, signal?: AbortSignal) => api.get<BattleCard>(`${path}/${id}`, { signal }),
  draft: (id: string) => api.post<AnyRecord>(`${path}/${id}/draft`, {}, { idempotencyKey: newKey() }),
};

export const battlePath = (id: string) => `/context/battle/${id}`;

/** The deals against a competitor that ended like this. */
export const dealsAgainst = (id: string, state: string) => {
  const filter: FilterTree = { and: [{ field: 'competitors', op: 'contains_any', value: [id] }, { field: 'deal_state', op: 'in', value: [state] }] };
  return `/deals?filter=${encodeURIComponent(JSON.stringify(filter))}`;
};
