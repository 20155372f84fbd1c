'use client';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, newKey } from './api';
import { keys } from './query-keys';

export interface ChangeField {
  field: string;
  label?: string | null;
  before?: unknown;
  after?: unknown;
  evidence?: { quote?: string } | null;
  confidence?: number | null;
}

export interface ChangeOperation {
  id: string;
  op: 'create' | 'update' | 'delete' | 'restore';
  record_type: string;
  record_id: string;
  record_title?: string | null;
  fields: ChangeField[];
  evidence?: { quote?: string; source?: string } | null;
  confidence?: number | null;
  status: 'applied' | 'waiting' | 'refused' | 'conflict' | 'undone';
  reason?: string | null;
}

export interface ChangeSet {
  id: string;
  status: 'proposed' | 'applied' | 'partly_applied' | 'refused' | 'undone';
  actor: { kind: string; name?: string | null; person_id?: string | null };
  cause: { kind: string; id?: string | null };
  summary?: string | null;
  created_at: string;
  decided_at?: string | null;
  undo_of?: string | null;
  undone_by?: string | null;
  operations: ChangeOperation[];
}

export const changeSets = {
  list: (query: string) => api.get<{ data: ChangeSet[]; next_cursor?: string | null }>(`/change-sets${query}`),
  get: (id: string) => api.get<ChangeSet>(`/change-sets/${id}`),
  apply: (id: string, operations?: string[]) =>
    api.post<ChangeSet>(`/change-sets/${id}/apply`, operations ? { operations } : {}, { idempotencyKey: newKey() }),
  refuse: (id: string, reason?: string, operations?: string[]) =>
    api.post<ChangeSet>(`/change-sets/${id}/refuse`, { reason, operations }, { idempotencyKey: newKey() }),
  undo: (id: string) => api.post<ChangeSet>(`/change-sets/${id}/undo`, {}, { idempotencyKey: newKey() }),
};

/** A change set may touch anything, so everything that shows records is read again. */
export function refreshRecords(client: QueryClient) {
  void client.invalidateQueries({ queryKey: ['list'] });
  void client.invalidateQueries({ queryKey: ['record'] });
  void client.invalidateQueries({ queryKey: keys.changeSets });
}

export function useUndo() {
  const client = useQueryClient();
  return useMutation({ mutationFn: changeSets.undo, onSettled: () => refreshRecords(client) });
}
