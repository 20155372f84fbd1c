'use client';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { useUpdate } from '@/features/records/page/use-record';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { fieldOf, type RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { useQueryClient } from '@tanstack/react-query';

const ends = new Set(['won', 'lost']);

/** The way of a deal; a click moves it. Winning and losing are asked once more. */
export function StagePath({ type, record }: { type: RecordType; record: AnyRecord }) {
  const client = useQueryClient();
  const update = useUpdate(type, record.id);
  const [asking, setAsking] = useState<'won' | 'lost' | null>(null);
  const [reason, setReason] = useState('');
  const may = can(useSession().data, 'deal.update') && !record.deleted_at;
  const choices = fieldOf(type, 'stage')?.choices ?? [];
  const steps = choices.filter(c => !ends.has(c.value));
  const at = steps.findIndex(c => c.value === record.stage);
  const closed = ends.has(String(record.stage));
  const label = (value: string) => choices.find(c => c.value === value)?.label ?? value;
  const move = (stage: string, more: Record<string, unknown> = {}) =>
    update.mutate({ stage, ...more }, {
      onSuccess: saved => {
        setAsking(null);
        const set = saved.change_set_id;
        toast.ok(`Stage: ${label(stage)}`, set ? { label: 'Undo', run: () => void changeSets.undo(set).catch(toast.error).finally(() => refreshRecords(client)) } : undefined);
      },
      onError: toast.error,
    });
  return (
    <Card aria-label="Stage" className="p-3">
      <ol className="flex gap-1 max-md:grid max-md:grid-cols-3">
        {steps.map((c, i) => {
          const passed = closed ? record.stage === 'won' : i < at;
          const now = i === at;
          return (
            <li key={c.value} className="min-w-0 flex-1">
              <button
                type="button"
                aria-current={now ? 'step' : undefined}
                disabled={!may || now || update.isPending}
                onClick={() => move(c.value)}
                className={cn(
                  'flex h-8 w-full items-center justify-center gap-1.5 rounded-md bg-hover px-2 text-xs font-medium text-fg-2 enabled:hover:bg-active max-md:h-10 max-md:px-1 [&_svg]:size-3.5',
                  passed && 'bg-green-soft text-green-text',
                  now && 'bg-accent text-accent-fg',
                )}
              >
                {passed && <Check aria-hidden />}
                <span className="truncate">{c.label}</span>
              </button>
            </li>
          );
        })}
        <li className="flex gap-1 max-md:col-span-3">
          <Button size="md" variant={record.stage === 'won' ? 'primary' : 'outline'} aria-current={record.stage === 'won' ? 'step' : undefined} disabled={!may || record.stage === 'won'} onClick={() => setAsking('won')} className={cn('h-8 max-md:flex-1', record.stage === 'won' && 'bg-green-soft text-green-text opacity-100! shadow-none')}><Check />Won</Button>
          <Button size="md" aria-current={record.stage === 'lost' ? 'step' : undefined} disabled={!may || record.stage === 'lost'} onClick={() => setAsking('lost')} className={cn('h-8 max-md:flex-1', record.stage === 'lost' && 'bg-red-soft text-red-text opacity-100!')}><X />Lost</Button>
        </li>
      </ol>
      {record.stage === 'lost' && typeof record.lost_reason === 'string' && <p className="px-1 pt-2 text-sm text-fg-2">Lost: {record.lost_reason}</p>}
      <ConfirmDialog open={asking === 'won'} title="Mark this deal as won?" action="Mark as won" busy={update.isPending} onConfirm={() => move('won')} onClose={() => setAsking(null)}>
        Today becomes the day of signing unless one is set. You can undo this.
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'lost'} title="Mark this deal as lost?" action="Mark as lost" danger busy={update.isPending} onConfirm={() => move('lost', reason.trim() ? { lost_reason: reason.trim() } : {})} onClose={() => setAsking(null)}>
        <Field label="Why was it lost?">{control => <Textarea {...control} value={reason} maxLength={1000} onChange={e => setReason(e.target.value)} />}</Field>
      </ConfirmDialog>
    </Card>
  );
}
