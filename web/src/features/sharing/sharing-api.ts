'use client';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';

export interface Share {
  id: string;
  person_id?: string | null;
  team_id?: string | null;
  level: 'read' | 'write';
}

export interface Sight {
  person: { id: string; name: string; role?: string | null } | string;
  level: 'none' | 'read' | 'write';
  reasons: { code: string; text: string }[];
}

export const sharesKey = (type: string, id: string) => [...keys.record(type, id), 'shares'] as const;
export const sightKey = (type: string, id: string) => [...keys.record(type, id), 'access'] as const;

export const useShares = (type: string, plural: string, id: string) =>
  useQuery({ queryKey: sharesKey(type, id), queryFn: async () => (await api.get<{ data: Share[] }>(`/${plural}/${id}/shares`)).data });

export const useSight = (type: string, plural: string, id: string) =>
  useQuery({ queryKey: sightKey(type, id), queryFn: async () => (await api.get<{ people: Sight[] }>(`/${plural}/${id}/access`)).people, retry: false });

const order = { write: 0, read: 1, none: 2 };

/** Those who may do most first, then by name. */
export const bySight = (people: Sight[], name: (s: Sight) => string): Sight[] => [...people].sort((a, b) => order[a.level] - order[b.level] || name(a).localeCompare(name(b)));
