import { api } from '@/lib/api';

export type Grain = 'person' | 'company' | 'deal';
export type Order = 'ordered' | 'strict' | 'unordered';
export type Unit = 'day' | 'week' | 'month' | 'quarter';

export interface Test {
  dimension: string;
  values: string[];
  not?: boolean;
}

export interface EventTest {
  kinds?: string[];
  where?: Test[];
}

/** Both days belong to it. */
export interface Period {
  from: string;
  to: string;
}

export interface Scope extends Period {
  grain: Grain;
  where?: Test[];
  compare?: Period;
}

export interface FunnelQuestion {
  scope: Scope;
  steps: EventTest[];
  order?: Order;
  window_hours?: number;
  exclusions?: { event: EventTest; after: number }[];
  breakdown?: string[];
}

/** In seconds. */
export interface Times {
  p10: number;
  p25: number;
  median: number;
  p75: number;
  p90: number;
}

export interface FunnelStep {
  entities: number;
  rate: number | null;
  rate_from_start: number | null;
  few: boolean;
  from_start: Times | null;
  from_previous: Times | null;
  before: number | null;
  rate_before: number | null;
  differs: number | null;
}

export interface FunnelGroup {
  values: string[];
  steps: FunnelStep[];
  rate: number | null;
  shrunk: number | null;
  differs: number | null;
}

export interface FunnelAnswer {
  whole: boolean;
  funnel: { groups: FunnelGroup[]; left_out: number; open: boolean; window_open: boolean };
}

export interface Entity {
  id: string;
  type: 'visitor' | 'contact' | 'company' | 'deal';
  title: string | null;
  subtitle: string | null;
}

export interface Behind {
  entities: Entity[];
  all: number;
}

export interface KnownValue {
  value: string;
  label: string;
  events: number;
}

export interface Vocabulary {
  whole: boolean;
  values: Record<string, KnownValue[]>;
  left_out: Record<string, number>;
}

export interface Cohort {
  first: string;
  size: number;
  returned: number[];
  whole: number;
}

export interface Cohorts {
  whole: boolean;
  open: boolean;
  cohorts: Cohort[];
}

export interface PathsAnswer {
  whole: boolean;
  paths: { values: string[]; entities: number }[];
  all: number;
}

export interface SeriesAnswer {
  whole: boolean;
  open: boolean;
  periods: string[];
  groups: { values: string[]; events: number[]; entities: number[]; amounts: number[] }[];
  before: SeriesAnswer | null;
}

export interface Share {
  channel: string;
  conversions: number;
  value: number;
}

export interface Credited {
  whole: boolean;
  credits: Record<string, Share[]>;
  removals: Record<string, { channel: string; loss: number }[]>;
  unexplained: number;
  currencies: string[];
  before: Credited | null;
}

const ask = <T>(path: string) => (question: unknown, signal?: AbortSignal) => api.post<T>(`/journeys/${path}`, question, { signal });

export const journeys = {
  vocabulary: (scope: Scope, signal?: AbortSignal) => ask<Vocabulary>('vocabulary')(scope, signal),
  funnel: (question: FunnelQuestion, signal?: AbortSignal) => ask<FunnelAnswer>('funnel')(question, signal),
  behind: (question: { funnel: FunnelQuestion; step: number; reached?: boolean; most?: number }, signal?: AbortSignal) => ask<Behind>('drop-off')(question, signal),
  retention: (question: { scope: Scope; start: EventTest; back: EventTest; unit: Unit }, signal?: AbortSignal) => ask<Cohorts>('retention')(question, signal),
  paths: (question: { scope: Scope; first: EventTest; dimension?: string; length?: number; back?: boolean; most?: number }, signal?: AbortSignal) => ask<PathsAnswer>('paths')(question, signal),
  series: (question: { scope: Scope; counted: EventTest; unit: Unit; breakdown?: string[] }, signal?: AbortSignal) => ask<SeriesAnswer>('series')(question, signal),
  attribution: (question: { scope: Scope; touch: EventTest; conversion: EventTest; dimension?: string; look_back_days?: number; half_life_days?: number; orders?: number[] }, signal?: AbortSignal) => ask<Credited>('attribution')(question, signal),
};
