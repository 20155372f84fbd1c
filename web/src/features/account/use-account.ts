'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { accountAnswer, type AccountAnswer } from './account-answer';

export const loadAccount = async (id: string) => (await accountAnswer(id)).company;

/** Kept under the lists of its own type, so that a live change of a deal is read again here too. */
function useOwned(type: keyof AccountAnswer['lists'], id: string) {
  return useQuery({
    queryKey: [...keys.lists(type), 'of-account', id],
    queryFn: async () => (await accountAnswer(id)).lists[type] ?? { data: [], total: 0 },
  });
}

export const usePeopleOf = (id: string) => useOwned('contact', id);
export const useDealsOf = (id: string) => useOwned('deal', id);
export const useOpenTasksOf = (id: string) => useOwned('task', id);
export const useOpenObjectionsOf = (id: string) => useOwned('objection', id);
export const useLastInteractionOf = (id: string) => useOwned('interaction', id);

/** Sums over all deals of the account, also those that the list above leaves out. */
export function useDealTotalsOf(id: string) {
  return useQuery({ queryKey: [...keys.lists('deal'), 'of-account', id, 'totals'], queryFn: async () => (await accountAnswer(id)).deal_totals });
}

export function useCustomerState(id: string) {
  return useQuery({ queryKey: keys.related('company', id, 'state'), queryFn: async () => (await accountAnswer(id)).state });
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
