'use client';
import { ArrowRight, CircleCheck, CircleSlash, Download, Pause, Play, RotateCcw, TriangleAlert } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Button, buttonStyle } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { refreshRecords } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { listPath } from '@/lib/record-routes';
import { stampOf } from './check-step';
import { DryRunTable } from './dry-run-table';
import { imports, type Import } from './import-api';

const left = (seconds: number) => (seconds < 60 ? `${Math.max(1, Math.round(seconds))} s left` : `${Math.round(seconds / 60)} min left`);

const phases = { reading: 'reading the file', matching: 'looking for what is there', writing: 'writing' };

export function RunningStep({ of }: { of: Import }) {
  const client = useQueryClient();
  const formats = useFormats();
  const refresh = () => client.invalidateQueries({ queryKey: keys.import(of.id) });
  const cancel = useMutation({ mutationFn: () => imports.cancel(of.id), onError: toast.error, onSettled: refresh });
  const turn = useMutation({ mutationFn: () => (of.status === 'paused' ? imports.run(of.id) : imports.pause(of.id)), onError: toast.error, onSettled: refresh });
  const checking = of.status === 'checking';
  const paused = of.status === 'paused';
  const title = checking ? 'Checking' : paused ? 'Paused' : 'Importing';
  const { done = 0, total = of.row_count, rows_per_second: speed, seconds_left: seconds } = of.progress ?? {};
  const percent = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0;
  return (
    <Card className="px-5 py-5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-sm font-semibold">{title}</h2>
        <span className="num text-sm text-fg-3">{formats.number(done)} of {formats.number(total)}</span>
      </div>
      <div role="progressbar" aria-label={checking ? 'Check' : 'Import'} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="mt-3 h-1.5 overflow-hidden rounded-full bg-active">
        <span className="block h-full rounded-full bg-accent transition-[width] duration-200" style={{ width: `${percent}%` }} />
      </div>
      <div className="mt-3 flex items-center gap-3 text-xs text-fg-3">
        {paused ? <span>What is written stays; the rest waits.</span> : speed ? <span className="num">{formats.number(Math.round(speed))} rows/s</span> : <span>Starting</span>}
        {!paused && seconds != null && seconds > 0 && <span className="num">{left(seconds)}</span>}
        {of.progress?.phase && !paused && <span>{phases[of.progress.phase]}</span>}
        <span className="flex-1" />
        {!checking && <Button size="sm" variant={paused ? 'primary' : 'outline'} busy={turn.isPending} onClick={() => turn.mutate()}>{paused ? <><Play />Go on</> : <><Pause />Pause</>}</Button>}
        <Button size="sm" busy={cancel.isPending} onClick={() => cancel.mutate()}>Cancel</Button>
      </div>
    </Card>
  );
}

const endings: Record<string, { icon: typeof CircleCheck; title: string; tone: string }> = {
  done: { icon: CircleCheck, title: 'Imported', tone: 'text-green-text' },
  cancelled: { icon: CircleSlash, title: 'Cancelled', tone: 'text-fg-3' },
  failed: { icon: TriangleAlert, title: 'This import did not finish', tone: 'text-red-text' },
  undone: { icon: RotateCcw, title: 'Undone', tone: 'text-fg-3' },
};

export function ResultStep({ of, type }: { of: Import; type: RecordType }) {
  const client = useQueryClient();
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  const undone = of.status === 'undone';
  const ending = endings[of.status] ?? { icon: CircleCheck, title: 'Imported', tone: 'text-green-text' };
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
  const figures: [string, number | undefined][] = [['New', counts.creates], ['Changed', counts.updates], ['Unchanged', counts.unchanged], ['Refused', counts.refused]];
  if (counts.waiting) figures.push(['Waiting for a decision', counts.waiting]);
  return (
    <>
    <Card className="px-5 py-5">
      <h2 className="flex items-center gap-2 text-sm font-semibold"><ending.icon aria-hidden className={`size-4 stroke-[1.75] ${ending.tone}`} />{ending.title}</h2>
      {of.detail && <p className="mt-1 text-sm text-fg-2">{of.detail}</p>}
      <dl className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-4">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-fg-3">{label}</dt>
            <dd className="num text-xl font-semibold">{formats.number(value ?? 0)}</dd>
          </div>
        ))}
      </dl>
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
