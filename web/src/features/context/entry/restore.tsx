'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { api, newKey } from '@/lib/api';
import type { ChangeSet } from '@/lib/change-sets';
import type { AnyRecord } from '@/lib/records-api';
import { refreshContext } from '../context-api';

/** Writes what an earlier version said as the newest one; the versions between stay. */
export function Restore({ record, version }: { record: AnyRecord; version: number }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const write = useMutation({
    mutationFn: () => api.post<ChangeSet>(`/context/entries/${record.id}/versions/${version}/restore`, {}, { idempotencyKey: newKey() }),
    onSuccess: set => {
      const waits = set.operations.some(o => o.status === 'waiting');
      toast.ok(waits ? 'Proposed. It holds once somebody who reviews this category has agreed.' : `It says again what version ${version} said`);
    },
    onError: toast.error,
    onSettled: () => {
      setAsking(false);
      refreshContext(client);
    },
  });
  return (
    <>
      <Button variant="ghost" size="xs" aria-label={`Restore version ${version}`} onClick={() => setAsking(true)}><RotateCcw />Restore</Button>
      <ConfirmDialog open={asking} title={`Restore version ${version}?`} action="Restore" busy={write.isPending} onClose={() => setAsking(false)} onConfirm={() => write.mutate()}>
        A new version is written that says what version {version} said. Its status stays as it is. Nothing of the versions between is lost.
      </ConfirmDialog>
    </>
  );
}
