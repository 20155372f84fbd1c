'use client';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { SelectField } from '@/components/ui/select-field';
import { toast } from '@/components/ui/toast';
import { useUpdate } from '@/features/records/page/use-record';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { fieldOf, type RecordType } from '@/lib/meta';
import { loadPipelines } from '@/lib/pipelines';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { useQuery, useQueryClient } from '@tanstack/react-query';

type End = 'won' | 'lost';

/** Which stages end a deal is said by its pipeline; its stages are shown in their order. */
function usePath(type: RecordType, record: AnyRecord) {
  const pipelines = useQuery({ queryKey: keys.pipelines, queryFn: loadPipelines, staleTime: 60_000, retry: false }).data ?? [];
  const pipeline = pipelines.find(p => p.key === record.pipeline) ?? pipelines.find(p => p.is_default);
  const stages = pipeline?.stages ?? (fieldOf(type, 'stage')?.choices ?? []).map(c => ({ ...c, category: c.value === 'won' || c.value === 'lost' ? c.value : ('open' as const) }));
  return { steps: stages.filter(s => s.category === 'open'), of: (end: End) => stages.find(s => s.category === end), all: stages };
}

function useReasons(wanted: boolean) {
  return useQuery({
    queryKey: [...keys.lists('lost_reason'), 'offered'],
    queryFn: async () => (await records.query('lost_reasons', { sort: ['name'], limit: 100 })).data.filter(r => r.active !== false),
    enabled: wanted,
    retry: false,
  }).data ?? [];
}

/** The way of a deal; a click moves it. Winning and losing are asked once more. */
export function StagePath({ type, record }: { type: RecordType; record: AnyRecord }) {
  const client = useQueryClient();
  const update = useUpdate(type, record.id);
  const [asking, setAsking] = useState<'won' | 'lost' | null>(null);
  const [reason, setReason] = useState('');
  const may = can(useSession().data, 'deal.update') && !record.deleted_at;
  const { steps, of, all } = usePath(type, record);
  const reasons = useReasons(asking === 'lost' && fieldOf(type, 'lost_reason_id') !== undefined);
  const [reasonId, setReasonId] = useState('');
  const at = steps.findIndex(c => c.value === record.stage);
  const [won, lost] = [of('won')?.value ?? 'won', of('lost')?.value ?? 'lost'];
  const closed = record.stage === won || record.stage === lost;
  const label = (value: string) => all.find(c => c.value === value)?.label ?? value;
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
          const passed = closed ? record.stage === won : i < at;
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
          <Button size="md" variant={record.stage === won ? 'primary' : 'outline'} aria-current={record.stage === won ? 'step' : undefined} disabled={!may || record.stage === won} onClick={() => setAsking('won')} className={cn('h-8 max-md:flex-1', record.stage === won && 'bg-green-soft text-green-text opacity-100! shadow-none')}><Check />{of('won')?.label ?? 'Won'}</Button>
          <Button size="md" aria-current={record.stage === lost ? 'step' : undefined} disabled={!may || record.stage === lost} onClick={() => setAsking('lost')} className={cn('h-8 max-md:flex-1', record.stage === lost && 'bg-red-soft text-red-text opacity-100!')}><X />{of('lost')?.label ?? 'Lost'}</Button>
        </li>
      </ol>
      {record.stage === lost && typeof record.lost_reason === 'string' && <p className="px-1 pt-2 text-sm text-fg-2">Lost: {record.lost_reason}</p>}
      <ConfirmDialog open={asking === 'won'} title="Mark this deal as won?" action="Mark as won" busy={update.isPending} onConfirm={() => move(won)} onClose={() => setAsking(null)}>
        Today becomes the day of signing unless one is set. You can undo this.
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'lost'} title="Mark this deal as lost?" action="Mark as lost" danger busy={update.isPending} onConfirm={() => move(lost, { ...(reason.trim() && { lost_reason: reason.trim() }), ...(reasonId && { lost_reason_id: reasonId }) })} onClose={() => setAsking(null)}>
        {reasons.length > 0 && <SelectField className="mb-3" label="Reason" value={reasonId} options={[{ value: '', label: 'No reason of the list' }, ...reasons.map(r => ({ value: r.id, label: r.title }))]} onChange={setReasonId} />}
        <Field label="Why was it lost?">{control => <Textarea {...control} value={reason} maxLength={1000} onChange={e => setReason(e.target.value)} />}</Field>
      </ConfirmDialog>
    </Card>
  );
}
