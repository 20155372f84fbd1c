'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast';
import { changeSets, refreshRecords, type ChangeSet } from '@/lib/change-sets';
import { keys } from '@/lib/query-keys';

/** The change set as it stands now: a message from last week shows what has been undone since. */
export function useChangeSet(id: string, known: ChangeSet | null) {
  return useQuery({ queryKey: keys.changeSet(id), queryFn: () => changeSets.get(id), initialData: known ?? undefined, initialDataUpdatedAt: 0 });
}

export function useDecisions(id: string) {
  const client = useQueryClient();
  const settle = (set: ChangeSet | undefined) => {
    if (set?.id === id) client.setQueryData(keys.changeSet(id), set);
    refreshRecords(client);
  };
  const apply = useMutation({ mutationFn: (operations?: string[]) => changeSets.apply(id, operations), onSuccess: settle, onError: toast.error });
  const refuse = useMutation({ mutationFn: (reason?: string) => changeSets.refuse(id, reason), onSuccess: settle, onError: toast.error });
  const undo = useMutation({
    mutationFn: () => changeSets.undo(id),
    onSuccess: answer => {
      settle(answer);
      const left = answer.operations.filter(o => o.status === 'refused' || o.status === 'conflict');
      if (left.length) toast.error(`Undone, but ${left.length === 1 ? 'one change was' : `${left.length} changes were`} left: somebody has changed it since.`);
      else toast.ok('Undone');
    },
    onError: toast.error,
  });
  return { apply, refuse, undo, busy: apply.isPending || refuse.isPending || undo.isPending };
}
