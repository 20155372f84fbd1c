'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { records, type AnyRecord } from '@/lib/records-api';
import { entryKey, entryPlural, refreshContext, writable, writeEntry, type KindInfo } from '../context-api';
import { valuesOf } from './entry-editor';
import { changed } from './merge';
import { tellOutcome } from './status-actions';

/** Writes what an earlier version said as the newest one; the versions between stay. */
export function Restore({ record, version, at }: { record: AnyRecord; version: number; at: string; kinds: KindInfo[] }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const write = useMutation({
    mutationFn: async () => {
      const was = await records.at(entryPlural, record.id, at);
      const fields = changed(valuesOf(record), valuesOf(was), [...writable]);
      return Object.keys(fields).length === 0 ? null : writeEntry(record.id, record.version, fields);
    },
    onSuccess: outcome => {
      if (!outcome) toast.ok(`It says the same as version ${version} already`);
      else {
        if (outcome.kind !== 'waits') client.setQueryData(entryKey(record.id), outcome.record);
        tellOutcome(outcome, `It says again what version ${version} said`);
      }
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
