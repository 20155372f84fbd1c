'use client';
import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { keys } from './query-keys';

export interface Session {
  person: { id: string; name: string; email: string; role: string; title?: string | null; locale?: string | null; time_zone?: string | null };
  workspace: {
    id: string;
    name: string;
    base_currency: string;
    time_zone: string;
    week_start?: string | number;
    fiscal_year_start_month?: number;
  };
  permissions: string[];
  flags: Record<string, boolean>;
  /** Set while an admin looks at the workspace with the eyes of somebody else; nothing can be changed then. */
  viewing_as?: { id?: string; person_id?: string; name?: string } | null;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  role: string;
  title?: string | null;
  status: string;
  skills?: string[] | null;
  languages?: string[] | null;
  absences?: { from: string; to: string; note?: string | null }[] | null;
}

export const loadSession = () => api.get<Session>('/session');

export function useSession() {
  return useQuery({ queryKey: keys.session, queryFn: loadSession, staleTime: 5 * 60_000, retry: false });
}

export function usePeople() {
  return useQuery({
    queryKey: keys.people,
    staleTime: 60_000,
    queryFn: async () => {
      const answer = await api.get<Person[] | { data: Person[] }>('/people');
      return Array.isArray(answer) ? answer : answer.data;
    },
  });
}

export const can = (session: Session | undefined, permission: string) => session?.permissions.includes(permission) ?? false;
