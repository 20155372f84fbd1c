import { readEvents, type ServerEvent } from '@/features/chat/sse';
import { api, readProblem, requestHeaders } from '@/lib/api';

export interface PlanStep {
  id: string;
  tool?: string | null;
  arguments?: Record<string, unknown> | null;
  needs?: string[] | null;
  [more: string]: unknown;
}

export interface RunPlan {
  goal: string;
  shape: string;
  steps?: PlanStep[] | null;
  [more: string]: unknown;
}

/** What people should know of a step before it runs. */
export interface StepNote {
  id: string;
  does: string;
  agent: string | null;
  tool: string | null;
  effect: 'read' | 'propose' | 'write';
  reversible: boolean;
  clause: string | null;
  needs: string[] | null;
}

export interface Goal {
  id: string;
  said: string;
  status: 'asked' | 'told' | 'shown' | 'running' | 'done' | 'refused' | 'cancelled';
  plan: RunPlan | null;
  steps: StepNote[];
  run_id: string | null;
}

export interface AgentRun {
  id: string;
  agent: string | null;
  goal: string;
  plan: RunPlan;
  status: 'running' | 'waiting' | 'paused' | 'done' | 'failed' | 'cancelled';
  partial: boolean;
  error: string | null;
  steps: number;
  cost: string;
  created_at: string;
  ended_at: string | null;
}

export const goalKey = (id: string) => ['goal', id];
export const runKey = (id: string) => ['agent-run', id];

export const runs = {
  goal: (id: string) => api.get<Goal>(`/goals/${id}`),
  runGoal: (id: string, plan: RunPlan) => api.post<Goal>(`/goals/${id}/run`, plan),
  cancelGoal: (id: string) => api.post<Goal>(`/goals/${id}/cancel`),
  get: (id: string) => api.get<AgentRun>(`/runs/${id}`),
  act: (id: string, what: 'pause' | 'resume' | 'cancel') => api.post<AgentRun>(`/runs/${id}/${what}`),
};

/** The events behind the last one seen, as they come. */
export async function runEvents(id: string, after: number, signal: AbortSignal): Promise<AsyncGenerator<ServerEvent>> {
  const response = await fetch(`/api/v1/runs/${id}/events?after=${after}`, {
    signal,
    credentials: 'same-origin',
    headers: { ...requestHeaders('GET'), Accept: 'text/event-stream' },
  });
  if (!response.ok || !response.body) throw await readProblem(response);
  return readEvents(response.body);
}
