'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive, Check, Eye, FilePenLine, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import type { AnyRecord } from '@/lib/records-api';
import { entryKey, refreshContext, writeEntry, type Outcome } from '../context-api';

export type Status = 'draft' | 'in_review' | 'live' | 'expired' | 'archived';

interface Step {
  to: Status;
  label: string;
  done: string;
  icon: ReactNode;
  primary?: boolean;
  /** Asked before, because agents and people stop using it at once. */
  asks?: string;
}

/** What may follow each status, the usual first. */
export const steps: Record<Status, Step[]> = {
  draft: [
    { to: 'live', label: 'Publish', done: 'It is live', icon: <Check />, primary: true },
    { to: 'in_review', label: 'Send to review', done: 'It waits for review', icon: <Eye /> },
    { to: 'archived', label: 'Archive', done: 'It is archived', icon: <Archive /> },
  ],
  in_review: [
    { to: 'live', label: 'Publish', done: 'It is live', icon: <Check />, primary: true },
    { to: 'draft', label: 'Back to draft', done: 'It is a draft again', icon: <FilePenLine /> },
    { to: 'archived', label: 'Archive', done: 'It is archived', icon: <Archive /> },
  ],
  live: [
    { to: 'draft', label: 'Withdraw', done: 'It is a draft again', icon: <Undo2 />, asks: 'It is not used any more until it is published again: no agent, answer, check or policy relies on it.' },
    { to: 'archived', label: 'Archive', done: 'It is archived', icon: <Archive />, asks: 'It is not used any more. It stays readable, and can become a draft again.' },
  ],
  expired: [
    { to: 'live', label: 'Publish again', done: 'It is live', icon: <Check />, primary: true },
    { to: 'draft', label: 'Back to draft', done: 'It is a draft again', icon: <FilePenLine /> },
    { to: 'archived', label: 'Archive', done: 'It is archived', icon: <Archive /> },
  ],
  archived: [{ to: 'draft', label: 'Back to draft', done: 'It is a draft again', icon: <FilePenLine /> }],
};

/** Says what came of it: it holds, or it waits for somebody. */
export function tellOutcome(outcome: Outcome, done: string) {
  switch (outcome.kind) {
    case 'written':
      toast.ok(done);
      break;
    case 'handed_in':
      toast.ok('Handed in. It goes live once somebody who reviews this category has agreed.', { label: 'See it', run: () => location.assign('/review') });
      break;
    case 'waits':
      toast.ok('Proposed. It holds once somebody who reviews this category has agreed.', { label: 'See it', run: () => location.assign('/review') });
      break;
  }
}

export function StatusActions({ record }: { record: AnyRecord }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<Step | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const write = useMutation({
    mutationFn: (step: Step) => writeEntry(record.id, record.version, { status: step.to }),
    onSuccess: (outcome, step) => {
      if (outcome.kind !== 'waits') client.setQueryData(entryKey(record.id), outcome.record);
      tellOutcome(outcome, step.done);
      setRefused(null);
    },
    onError: error => setRefused(error.message),
    onSettled: () => {
      setAsking(null);
      refreshContext(client);
    },
  });
  const list = steps[(record.status as Status) ?? 'draft'] ?? [];
  return (
    <>
      <div className="flex flex-wrap gap-1.5">
        {list.map(step => (
          <Button key={step.to} variant={step.primary ? 'primary' : 'outline'} busy={write.isPending && write.variables === step} disabled={write.isPending} onClick={() => (step.asks ? setAsking(step) : write.mutate(step))}>
            {step.icon}{step.label}
          </Button>
        ))}
      </div>
      {refused && (
        <p role="alert" className="mt-2 rounded-lg bg-red-soft px-3 py-2 text-sm text-red-text">
          {refused} <Link href="?edit=1" className="font-medium underline underline-offset-2">Edit</Link>
        </p>
      )}
      <ConfirmDialog open={asking !== null} title={`${asking?.label} this entry?`} action={asking?.label ?? ''} busy={write.isPending} onClose={() => setAsking(null)} onConfirm={() => asking && write.mutate(asking)}>
        {asking?.asks}
      </ConfirmDialog>
    </>
  );
}
