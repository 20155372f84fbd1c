'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { records, type FilterTree } from '@/lib/records-api';

const of = (id: string): FilterTree => ({ field: 'company_id', op: 'is', value: id });

/** Kept under the lists of its own type, so that a live change of a deal is read again here too. */
function useOwned(plural: string, type: string, id: string, sort: string[], more?: FilterTree, limit = 200) {
  return useQuery({
    queryKey: [...keys.lists(type), 'of-account', id, more ?? null],
    queryFn: ({ signal }) => records.query(plural, { filter: more ? { and: [of(id), more] } : of(id), sort, limit, count: true }, { signal }),
  });
}

export const usePeopleOf = (id: string) => useOwned('contacts', 'contact', id, ['name']);
export const useDealsOf = (id: string) => useOwned('deals', 'deal', id, ['-updated_at'], undefined, 500);
export const useOpenTasksOf = (id: string) => useOwned('tasks', 'task', id, ['due_date'], { field: 'status', op: 'in', value: ['open', 'in_progress'] });
export const useOpenObjectionsOf = (id: string) => useOwned('objections', 'objection', id, ['-updated_at'], { field: 'status', op: 'is', value: 'open' });
export const useLastInteractionOf = (id: string) => useOwned('interactions', 'interaction', id, ['-date'], undefined, 1);

export interface StateStep {
  from: string | null;
  to: string | null;
  at: string;
  by: string;
  reason?: string | null;
  change_set_id?: string | null;
}

export interface CustomerState {
  state: string | null;
  since?: string | null;
  /** Steps that the state model allows from here. */
  next: string[];
  history: StateStep[];
}

export function useCustomerState(id: string) {
  return useQuery({ queryKey: keys.related('company', id, 'state'), queryFn: () => api.get<CustomerState>(`/companies/${id}/state`) });
}

export function useMoveState(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: { to: string; force?: boolean; reason?: string }) => api.post<unknown>(`/companies/${id}/state`, move),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.record('company', id) });
      void client.invalidateQueries({ queryKey: keys.lists('company') });
      void client.invalidateQueries({ queryKey: keys.changeSets });
    },
  });
}
