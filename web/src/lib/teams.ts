'use client';
import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { keys } from './query-keys';

export interface Team {
  id: string;
  name: string;
  lead_id?: string | null;
  member_ids: string[];
}

export function useTeams(enabled = true) {
  return useQuery({
    queryKey: keys.teams,
    enabled,
    queryFn: async () => {
      const answer = await api.get<Team[] | { data: Team[] }>('/teams');
      return Array.isArray(answer) ? answer : answer.data;
    },
  });
}
