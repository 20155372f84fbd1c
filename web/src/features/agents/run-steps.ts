import type { ServerEvent } from '@/features/chat/sse';

export type StepState = 'waits' | 'works' | 'done' | 'failed' | 'skipped';

export interface RunView {
  /** Number of the last event seen. */
  last: number;
  steps: Record<string, { state: StepState; error: string | null }>;
  changeSets: string[];
  waiting: boolean;
  ended: boolean;
}

export const newView: RunView = { last: 0, steps: {}, changeSets: [], waiting: false, ended: false };

const states: Record<string, StepState> = {
  step_started: 'works', step_done: 'done', step_failed: 'failed', step_skipped: 'skipped', proposed: 'waits', decided: 'done',
};
const ends = ['done', 'failed', 'cancelled'];

/** Seeing an event twice changes nothing, so a resumed stream may overlap. */
export function seeEvent(view: RunView, event: ServerEvent): RunView {
  if (event.id !== null && event.id <= view.last) return view;
  const next = { ...view, last: event.id ?? view.last, waiting: event.name === 'waiting', ended: view.ended || ends.includes(event.name) };
  const state = states[event.name];
  const step = event.data.step;
  if (!state || typeof step !== 'string') return next;
  const error = typeof event.data.error === 'string' ? event.data.error : null;
  const sets = changeSets(event.data.result).filter(id => !view.changeSets.includes(id));
  return { ...next, steps: { ...view.steps, [step]: { state, error } }, changeSets: [...view.changeSets, ...sets] };
}

function changeSets(result: unknown): string[] {
  const sets = (result as { change_sets?: unknown } | null)?.change_sets;
  return Array.isArray(sets) ? sets.map(s => (s as { id?: unknown }).id).filter(id => typeof id === 'string') : [];
}
