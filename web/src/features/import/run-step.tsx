'use client';
import { ArrowRight, Download, Play, RotateCcw } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Button, buttonStyle } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { refreshRecords } from '@/lib/change-sets';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { listPath } from '@/lib/record-routes';
import { stampOf } from './check-step';
import { DryRunTable } from './dry-run-table';
import { EndingTitle } from './ending-title';
import { Figures } from './figures';
import { imports, type Import } from './import-api';
import { ProgressCard } from './progress-card';

export function RunningStep({ of }: { of: Import }) {
  const client = useQueryClient();
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onError: toast.error, onSettled: () => client.invalidateQueries({ queryKey: keys.import(of.id) }) });
  const state = of.status === 'checking' ? 'checking' : of.status === 'paused' ? 'paused' : 'running';
  const turn = () => act.mutate(() => (state === 'paused' ? imports.run(of.id) : imports.pause(of.id)));
  return <ProgressCard state={state} progress={of.progress} rows={of.row_count} busy={act.isPending} onTurn={state === 'checking' ? undefined : turn} onCancel={() => act.mutate(() => imports.cancel(of.id))} />;
}

export function ResultStep({ of, type }: { of: Import; type: RecordType }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const undone = of.status === 'undone';
  const counts = { ...of.dry_run, ...of.result };
  const full = { creates: 0, updates: 0, unchanged: 0, refused: 0, ...counts, rows: of.result?.rows ?? of.dry_run?.rows ?? [] };
  const undo = useMutation({
    mutationFn: () => imports.undo(of.id),
    onSuccess: () => toast.ok('The import is undone'),
    onError: toast.error,
    onSettled: () => {
      setAsking(false);
      refreshRecords(client);
      void client.invalidateQueries({ queryKey: keys.imports });
    },
  });
  const again = useMutation({ mutationFn: () => imports.run(of.id), onError: toast.error, onSettled: () => client.invalidateQueries({ queryKey: keys.import(of.id) }) });
  const written = (of.result?.creates ?? 0) + (of.result?.updates ?? 0) + (of.result?.unchanged ?? 0) + (of.result?.refused ?? 0);
  return (
    <>
    <Card className="px-5 py-5">
      <EndingTitle status={of.status} />
      {(of.detail || (of.status === 'cancelled' && written === 0)) && <p className="mt-1 text-sm text-fg-2">{of.detail ?? 'Nothing was written.'}</p>}
      <div className="mt-4"><Figures counts={counts} /></div>
      <div className="mt-5 flex flex-wrap items-center gap-2">
        <Link href={listPath(type.name, type.plural)} className={buttonStyle({ variant: 'primary', size: 'md' })}>Open {type.name === 'company' ? 'accounts' : type.label_plural.toLowerCase()}<ArrowRight className="size-4" /></Link>
        <Link href="/imports" className={buttonStyle({ size: 'md' })}>Import another file</Link>
        {(counts.refused ?? 0) > 0 && <a href={imports.refusedFile(of.id)} download className={buttonStyle({ variant: 'ghost', size: 'md' })}><Download className="size-4" />Refused rows</a>}
        {(of.status === 'cancelled' || of.status === 'failed') && <Button size="md" busy={again.isPending} onClick={() => again.mutate()}><Play />Go on with the rest</Button>}
        {of.change_set_id && !undone && of.status !== 'failed' && (
          <Button variant="ghost" size="md" className="ml-auto" onClick={() => setAsking(true)}><RotateCcw />Undo the import</Button>
        )}
      </div>
      <ConfirmDialog open={asking} title="Undo the whole import?" action="Undo the import" danger busy={undo.isPending} onConfirm={() => undo.mutate()} onClose={() => setAsking(false)}>
        What it created goes to the bin and what it changed gets its old values back. Values that somebody has changed since are left as they are.
      </ConfirmDialog>
    </Card>
    {written > 0 && !undone && (
      <section className="mt-5">
        <SectionTitle className="mb-2">What became of each row</SectionTitle>
        <DryRunTable id={of.id} stamp={`${of.status}-${stampOf(full)}`} rows={full.rows} counts={full} type={type} />
      </section>
    )}
    </>
  );
}
