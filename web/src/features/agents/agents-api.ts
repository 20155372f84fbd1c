import { api } from '@/lib/api';

export interface Limits {
  steps: number | null;
  tokens: number | null;
  cost: number | null;
  seconds: number | null;
}

export interface AgentTool {
  name: string;
  says: string;
  effect: 'read' | 'propose' | 'write';
  allowed: boolean;
}

export interface AgentCase {
  id: string;
  says: string;
  passed: boolean;
  why: string | null;
  millis: number;
}

export interface AgentVersion {
  number: number;
  on: boolean;
  tools: string[] | null;
  limits: Limits;
  why: string | null;
  by: string;
  at: string | null;
}

export interface Agent {
  name: string;
  purpose: string;
  says: string;
  when: string[];
  effect: 'read' | 'propose' | 'write';
  number: string;
  version: number;
  on: boolean;
  tools: AgentTool[];
  scopes: string[];
  limits: Limits;
  most_limits: Limits;
  evals: { on: string; cases: number; passed: number; of_this_version: boolean; all: AgentCase[] } | null;
  use: { days: number; runs: number; failed: number; tokens: number; cost: string; median_ms: number | null; latest: string | null };
  versions?: AgentVersion[];
}

export interface NewVersion {
  version: number;
  on: boolean;
  tools: string[] | null;
  limits: Partial<Limits>;
  why?: string;
}

export const agentKeys = {
  all: ['agents'] as const,
  one: (name: string) => ['agents', name] as const,
};

export const agents = {
  list: () => api.get<{ data: Agent[] }>('/agents'),
  get: (name: string) => api.get<Agent>(`/agents/${name}`),
  change: (name: string, version: NewVersion) => api.post<Agent>(`/agents/${name}/versions`, version),
};

/** Of what the workspace may set: what is left as the product ships it says nothing. */
export function versionOf(agent: Agent, change: { on?: boolean; tools?: string[]; limits?: Partial<Limits>; why?: string }): NewVersion {
  const kept = change.tools ?? agent.tools.filter(t => t.allowed).map(t => t.name);
  const limits = { ...narrowed(agent), ...change.limits };
  return {
    version: agent.version,
    on: change.on ?? agent.on,
    tools: kept.length === agent.tools.length ? null : kept,
    limits,
    ...(change.why?.trim() ? { why: change.why.trim() } : {}),
  };
}

function narrowed(agent: Agent): Partial<Limits> {
  const names = ['steps', 'tokens', 'cost', 'seconds'] as const;
  return Object.fromEntries(names.filter(n => agent.limits[n] !== null && agent.limits[n] !== agent.most_limits[n]).map(n => [n, agent.limits[n]]));
}

export interface Source {
  type: string;
  id: string;
  title: string;
  quote: string | null;
}

/** What should be done, why, and what it is worth. */
export interface Advice {
  id: string;
  rule: string;
  about: Source;
  company_id: string;
  company_name: string;
  title: string;
  reason: string;
  urgency: number;
  due: string | null;
  worth: { says: string; percent: number | null; sample: number } | null;
  evidence: Source[];
  act: { kind: string; title: string; due: string | null; priority: string };
}

export interface Decided {
  id: string;
  status: string;
  task: string | null;
  change_set: string | null;
}

export const adviceKey = ['recommendations'] as const;

export const advice = {
  list: (company?: string, limit = 20) => api.get<{ on: boolean; data: Advice[] }>(`/recommendations?limit=${limit}${company ? `&company_id=${company}` : ''}`),
  carryOut: (one: Advice) => api.post<Decided>(`/recommendations/${one.id}/do`, { company_id: one.company_id }),
  snooze: (one: Advice, until?: string) => api.post<Decided>(`/recommendations/${one.id}/snooze`, { company_id: one.company_id, until }),
  dismiss: (one: Advice) => api.post<Decided>(`/recommendations/${one.id}/dismiss`, { company_id: one.company_id }),
  reopen: (one: Advice) => api.post<Decided>(`/recommendations/${one.id}/reopen`, { company_id: one.company_id }),
};
