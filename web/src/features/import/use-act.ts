'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast';
import { keys } from '@/lib/query-keys';

/** Does something with an import and reads again how it is. */
export function useAct() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onError: toast.error, onSettled: () => client.invalidateQueries({ queryKey: keys.imports }) });
}
