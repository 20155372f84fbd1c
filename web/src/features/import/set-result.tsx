'use client';
import { ArrowRight, Download, Play, RotateCcw } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Button, buttonStyle } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { refreshRecords } from '@/lib/change-sets';
import { listPath } from '@/lib/record-routes';
import { stampOf } from './check-step';
import { DryRunTable } from './dry-run-table';
import { EndingTitle } from './ending-title';
import { Figures } from './figures';
import { FileRail, typeLabel } from './file-rail';
import { imports, importSets, type DryRun, type Import } from './import-api';
import type { SetStepProps } from './set-mapping';
import { SetNotes } from './set-notes';
import { useAct } from './use-act';

const countsOf = (file: Import): DryRun => ({ creates: 0, updates: 0, unchanged: 0, refused: 0, ...file.result, rows: file.result?.rows ?? [] });
const ran = (file: Import) => file.result != null;

export function SetResult({ set, file, types, onPick }: SetStepProps) {
  const client = useQueryClient();
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const type = types.find(t => t.name === file.record_type);
  const lists = [...new Map(set.imports.map(i => [i.record_type, i])).values()];
  const refused = set.imports.filter(i => (i.result?.refused ?? 0) > 0);
  const details = set.imports.flatMap(i => (i.detail ? [{ name: i.file_name, text: i.detail }] : []));
  const undo = async () => {
    try {
      await importSets.undo(set.id);
      toast.ok('The import is undone');
    } finally {
      setAsking(false);
      refreshRecords(client);
    }
  };
  return (
    <div className="flex flex-col gap-5">
      <Card className="px-5 py-5">
        <div className="mb-4"><EndingTitle status={set.status} /></div>
        {details.map(d => <p key={d.name} className="-mt-2 mb-3 text-sm text-fg-2">{set.imports.length > 1 && <span className="font-medium">{d.name}: </span>}{d.text}</p>)}
        <Figures counts={set.counts ?? {}} />
        <div className="mt-5 flex flex-wrap items-center gap-2">
          {lists.map((i, at) => {
            const of = types.find(t => t.name === i.record_type);
            return of && <Link key={of.name} href={listPath(of.name, of.plural)} className={buttonStyle({ variant: at === 0 ? 'primary' : 'outline', size: 'md' })}>Open {typeLabel(types, { ...i, kind: 'records' }).toLowerCase()}{at === 0 && <ArrowRight className="size-4" />}</Link>;
          })}
          <Link href="/imports" className={buttonStyle({ variant: 'ghost', size: 'md' })}>Import more files</Link>
          {(set.status === 'cancelled' || set.status === 'failed') && set.can.run && <Button size="md" busy={act.isPending} onClick={() => act.mutate(() => importSets.run(set.id))}><Play />Go on with the rest</Button>}
          {set.can.undo && <Button variant="ghost" size="md" className="ml-auto" onClick={() => setAsking(true)}><RotateCcw />Undo the import</Button>}
        </div>
        {refused.length > 0 && (
          <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-t pt-3 text-sm text-fg-2">
            Mend the refused rows and import them again:
            {refused.map(i => <a key={i.id} href={imports.refusedFile(i.id)} download className={buttonStyle({ variant: 'outline', size: 'sm' })}><Download />{set.imports.length > 1 ? i.file_name : 'Refused rows'}</a>)}
          </p>
        )}
        <ConfirmDialog open={asking} title={set.imports.length > 1 ? `Undo the import of all ${set.imports.length} files?` : 'Undo the whole import?'} action="Undo the import" danger busy={act.isPending} onConfirm={() => act.mutate(undo)} onClose={() => setAsking(false)}>
          What it created goes to the bin and what it changed gets its old values back. Values that somebody has changed since are left as they are.
        </ConfirmDialog>
      </Card>
      <SetNotes notes={set.notes} />
      {set.status !== 'undone' && set.imports.some(ran) && (
        <section>
          <SectionTitle className="mb-2">What became of each row</SectionTitle>
          <div className="flex gap-6 max-lg:flex-col max-lg:gap-4">
            <FileRail files={set.imports} active={file.id} types={types} onPick={onPick} />
            <div className="min-w-0 flex-1">
              {type && ran(file) ? <DryRunTable key={file.id} id={file.id} stamp={`${set.status}-${stampOf(countsOf(file))}`} rows={countsOf(file).rows} counts={countsOf(file)} type={type} /> : <p className="text-sm text-fg-3">This file was not imported.</p>}
            </div>
          </div>
        </section>
      )}
    </div>
  );
}
