'use client';
import { useQuery } from '@tanstack/react-query';
import { today } from '@/lib/format';
import { useSession } from '@/lib/session';
import { journeys, type Grain, type Period, type Scope, type Test, type Vocabulary } from './journeys-api';
import { comparedWith, periodOf, type Against, type Preset } from './period';

/** What every page of the area lets people choose. */
export interface ScopeState {
  period: Preset;
  from?: string;
  to?: string;
  against: Against;
  grain: Grain;
  where: Test[];
}

export const firstScope: ScopeState = { period: '90d', against: 'previous', grain: 'person', where: [] };

export function useToday(): string {
  const zone = useSession().data?.workspace.time_zone ?? 'UTC';
  return today(zone);
}

export function periodIn(state: ScopeState, now: string): Period {
  const standard = periodOf(state.period === 'custom' ? '90d' : state.period, now);
  return state.period === 'custom' ? { from: state.from ?? standard.from, to: state.to ?? standard.to } : standard;
}

export function scopeOf(state: ScopeState, now: string): Scope {
  const period = periodIn(state, now);
  const compare = comparedWith(period, state.against, now);
  return { grain: state.grain, ...period, where: state.where, ...(compare && { compare }) };
}

/** Kinds and values of events there are, whatever is filtered. */
export function useVocabulary(state: ScopeState | null, now: string, enabled = true) {
  const scope = state && { grain: state.grain, ...periodIn(state, now) };
  return useQuery<Vocabulary>({
    queryKey: ['journeys', 'vocabulary', scope],
    queryFn: ({ signal }) => journeys.vocabulary(scope as Scope, signal),
    enabled: enabled && scope !== null && scope.from <= scope.to,
    staleTime: 60_000,
    placeholderData: before => before,
  });
}
