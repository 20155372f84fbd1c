'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { AnyRecord } from '@/lib/records-api';
import { entryKey, refreshContext, writeEntry } from '../context-api';
import type { Details } from '../entry/details';
import { tellOutcome } from '../entry/status-actions';
import type { Compiled } from './policy-api';

/** A guess only warns; here a person says that it is what the clause means. Another clause ends that. */
export function Guessed({ compiled, busy = false, onConfirm }: { compiled: Compiled; busy?: boolean; onConfirm: (confirmation: string) => void }) {
  if (compiled.confirmed) return <p className="flex items-center gap-1.5 text-xs text-green-text"><CheckCheck aria-hidden className="size-3.5" />Confirmed by a person. Another clause has to be confirmed anew.</p>;
  if (!compiled.guessed || !compiled.confirmation) return null;
  const confirmation = compiled.confirmation;
  return (
    <div className="flex flex-wrap items-center gap-2 text-xs text-fg-2">
      <p className="min-w-0 flex-1">A part of this is guessed. It only warns until a person confirms it.</p>
      <Button size="xs" busy={busy} onClick={() => onConfirm(confirmation)}><CheckCheck />Confirm these rules</Button>
    </div>
  );
}

/** On the page of a policy the confirmation is written at once, as a change of the entry. */
export function ConfirmReading({ record, details, compiled }: { record: AnyRecord; details: Details; compiled: Compiled }) {
  const client = useQueryClient();
  const write = useMutation({
    mutationFn: (confirmed: string) => writeEntry(record.id, record.version, { details: { ...details, confirmed } }),
    onSuccess: outcome => {
      if (outcome.kind !== 'waits') client.setQueryData(entryKey(record.id), outcome.record);
      tellOutcome(outcome, 'Confirmed');
    },
    onError: toast.error,
    onSettled: () => refreshContext(client),
  });
  return <Guessed compiled={compiled} busy={write.isPending} onConfirm={confirmation => write.mutate(confirmation)} />;
}
