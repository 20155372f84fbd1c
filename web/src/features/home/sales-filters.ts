import type { FilterTree } from '@/lib/records-api';

const all = (...parts: FilterTree[]): FilterTree => (parts.length === 1 ? (parts[0] as FilterTree) : { and: parts });
const owned = (mine: boolean): FilterTree[] => (mine ? [{ field: 'owner_id', op: 'is', value: 'me' }] : []);
const isOpen: FilterTree = { field: 'deal_state', op: 'is', value: 'open' };

/** A figure and the list behind it ask the same question, so they cannot differ. */
export const salesFilters = {
  open: (mine: boolean) => all(isOpen, ...owned(mine)),
  stage: (mine: boolean, stage: unknown) => all(isOpen, stage === null ? { field: 'stage', op: 'empty' } : { field: 'stage', op: 'is', value: stage }, ...owned(mine)),
  won: (mine: boolean) => all({ field: 'deal_state', op: 'is', value: 'won' }, { field: 'deal_signing_date', op: 'is', value: 'this_quarter' }, ...owned(mine)),
  noNextStep: (mine: boolean) => all(isOpen, { field: 'next_step', op: 'empty' }, ...owned(mine)),
  lateNextStep: (mine: boolean) => all(isOpen, { field: 'next_step_due', op: 'lt', value: 'today' }, ...owned(mine)),
  closing: (mine: boolean) => all(isOpen, { field: 'deal_expected_signing_date', op: 'lte', value: 'this_month' }, ...owned(mine)),
};

export const dealsPath = (filter: FilterTree, more: Record<string, string> = {}) => `/deals?${new URLSearchParams({ filter: JSON.stringify(filter), ...more })}`;
