import { api } from '@/lib/api';
import { contextKeys } from '../context-api';

/** One rule of a clause: what is enforced, in words and as the expression that is evaluated. */
export interface PolicyRule {
  kind: string;
  readable: string;
  cel: string;
  /** Which words of the clause it comes from. */
  start: number;
  end: number;
  quote: string;
  warnings: string[];
}

export interface Compiled {
  clause: string;
  text_only: boolean;
  rules: PolicyRule[];
  /** Why it stays text; null where it became rules. */
  why: string | null;
  warnings: string[];
  read_by?: 'grammar' | 'model';
  /** It only warns until a person confirms it. */
  guessed?: boolean;
  confirmed?: boolean;
  /** What an entry keeps when a person confirms this reading. */
  confirmation?: string;
  /** How the clause stands to live policies. */
  findings?: PolicyFinding[];
}

/** What a model read of a clause; `reading` is null where nothing came of it, and `note` says why. */
export interface ModelReading extends Compiled {
  reading: string | null;
  note: string;
}

export interface Fact {
  name: string;
  label: string;
  form: 'percent' | 'count' | 'number' | 'money' | 'name' | 'choice' | 'truth' | 'list';
  choices: string[];
}

export type FactValues = Record<string, unknown>;

export type Verdict =
  | { outcome: 'allow' | 'refuse' }
  | { outcome: 'approval'; by: string[] }
  | { outcome: 'price'; price: number | string; what: string; currency: string | null }
  | { outcome: 'route'; to: string }
  | { outcome: 'missing' | 'unknown'; needs: string[] };

/** What a clause by itself says of a case. */
export interface Attempt extends Omit<Compiled, 'clause'> {
  verdict: Verdict;
}

/** What one live policy says of a case. */
export interface Ruling {
  entry_id: string;
  version: number;
  title: string;
  clause: string;
  enforce: 'warn' | 'require';
  verdict: Verdict;
  rules: PolicyRule[];
}

export interface PolicyFinding {
  finding: 'conflict' | 'gap' | 'overlap' | 'uncompared';
  text: string;
  /** Facts that show it. */
  where: FactValues;
  entries: { id: string; version: number; title: string; clause: string }[];
}

export const policyKeys = {
  compiled: (clause: string, entry?: string, reading?: string, confirmed?: string) => [...contextKeys.all, 'policy', 'compiled', clause, entry ?? '', reading ?? '', confirmed ?? ''] as const,
  attempt: (clause: string | null, facts: FactValues, reading?: string) => [...contextKeys.all, 'policy', 'try', clause, facts, reading ?? ''] as const,
  facts: [...contextKeys.all, 'policy', 'facts'] as const,
  findings: [...contextKeys.all, 'policy', 'findings'] as const,
};

export const policy = {
  compile: (clause: string, entry?: string, reading?: string, confirmed?: string, signal?: AbortSignal) => api.post<Compiled>('/context/policies/compile', { clause, entry, reading, confirmed }, { signal }),
  read: (clause: string, examples: { facts: string; expected: string }[]) => api.post<ModelReading>('/context/policies/read', { clause, examples }),
  tryClause: (clause: string, facts: FactValues, reading?: string, signal?: AbortSignal) => api.post<Attempt>('/context/policies/try', { clause, facts, reading }, { signal }),
  tryAll: async (facts: FactValues, signal?: AbortSignal) => (await api.post<{ rulings: Ruling[] }>('/context/policies/try', { facts }, { signal })).rulings,
  facts: async () => (await api.get<{ data: Fact[] }>('/context/policies/facts')).data,
  findings: async () => (await api.get<{ data: PolicyFinding[] }>('/context/policies/findings')).data,
};
