import type { EventTest, FunnelQuestion, Order, Vocabulary } from './journeys-api';
import { firstScope, scopeOf, type ScopeState } from './scope';

export interface FunnelState extends ScopeState {
  steps: EventTest[];
  order: Order;
  /** In days; zero without an end. */
  window: number;
  breakdown: string[];
  exclusions: { event: EventTest; after: number }[];
  view: 'chart' | 'table';
}

export const firstFunnel: FunnelState = { ...firstScope, steps: [], order: 'ordered', window: 30, breakdown: [], exclusions: [], view: 'chart' };

const kinds = (...each: string[]): EventTest => ({ kinds: each });

export interface Preset {
  name: string;
  text: string;
  state: Partial<FunnelState>;
}

/** Funnels to begin with. Only those are offered of whose events there are some. */
export const funnelPresets: Preset[] = [
  { name: 'Self-serve', text: 'From the first visit to a paid plan', state: { grain: 'person', window: 30, steps: [kinds('page_viewed'), kinds('signed_up'), kinds('activated'), kinds('subscribed')] } },
  { name: 'Sales-led', text: 'From a lead to a signed deal', state: { grain: 'deal', window: 180, steps: [kinds('deal.lead'), kinds('deal.qualified'), kinds('deal.proposal'), kinds('deal.won')] } },
  { name: 'Lead to discovery', text: 'How leads become conversations', state: { grain: 'deal', window: 90, steps: [kinds('deal.lead'), kinds('deal.qualified'), kinds('deal.discovery')] } },
  { name: 'Accounts', text: 'From looking around to daily use', state: { grain: 'company', window: 365, steps: [kinds('company.exploring'), kinds('company.buying'), kinds('company.using')] } },
];

/** Presets whose first two events are known. */
export const usablePresets = (vocabulary: Vocabulary | undefined) => {
  const known = new Set((vocabulary?.values.kind ?? []).map(k => k.value));
  return funnelPresets.filter(p => (p.state.steps ?? []).slice(0, 2).every(step => step.kinds?.some(k => known.has(k))));
};

export const isReady = (state: FunnelState) => state.steps.length > 0 && state.steps.every(step => (step.kinds?.length ?? 0) > 0 || (step.where?.length ?? 0) > 0);

export function questionOf(state: FunnelState, now: string): FunnelQuestion {
  const exclusions = state.order === 'ordered' ? state.exclusions.filter(e => (e.event.kinds?.length ?? 0) > 0 && e.after < state.steps.length) : [];
  return {
    scope: scopeOf(state, now),
    steps: state.steps,
    order: state.order,
    ...(state.window > 0 && { window_hours: state.window * 24 }),
    ...(exclusions.length > 0 && { exclusions }),
    ...(state.breakdown.length > 0 && { breakdown: state.breakdown }),
  };
}
