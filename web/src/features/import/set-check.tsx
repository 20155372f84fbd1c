'use client';
import { ArrowLeft, Download, Play } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, buttonStyle } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { useFormats } from '@/lib/format';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { stampOf } from './check-step';
import { DryRunTable } from './dry-run-table';
import { Figures } from './figures';
import { FileRail } from './file-rail';
import { imports, importSets, type DryRun } from './import-api';
import { ReviewRows } from './review-rows';
import type { SetStepProps } from './set-mapping';
import { SetNotes } from './set-notes';
import { SetQuestions } from './set-questions';

const none: DryRun = { creates: 0, updates: 0, unchanged: 0, refused: 0, rows: [] };

/** What would change, over all files and row by row. */
export function SetCheck({ set, file, types, onPick, onBack }: SetStepProps & { onBack: () => void }) {
  const client = useQueryClient();
  const formats = useFormats();
  const type = types.find(t => t.name === file.record_type);
  const counts = set.counts ?? none;
  const own = file.dry_run ?? none;
  const writes = counts.creates + counts.updates + (counts.waiting ?? 0);
  const run = useMutation({ mutationFn: () => importSets.run(set.id), onSettled: () => client.invalidateQueries({ queryKey: keys.imports }) });
  return (
    <div className="flex flex-col gap-4">
      {set.imports.length > 1 && <section aria-label="All files"><SectionTitle className="mb-1">What would change</SectionTitle><Figures counts={counts} /></section>}
      <div className="flex gap-6 max-lg:flex-col max-lg:gap-4">
        <FileRail files={set.imports} active={file.id} types={types} onPick={onPick} mark={f => ((f.dry_run?.refused ?? 0) > 0 ? <span className="num text-xs text-red-text" title="Refused rows">{formats.number(f.dry_run?.refused ?? 0)}</span> : null)} />
        <section className="flex min-w-0 flex-1 flex-col gap-3">
          <SectionTitle aside={own.refused > 0 && <a href={imports.refusedFile(file.id)} download className={buttonStyle({ variant: 'ghost', size: 'xs' })}><Download />Refused rows</a>}>{set.imports.length > 1 ? file.file_name : 'What would change'}</SectionTitle>
          {type && <DryRunTable key={file.id} id={file.id} stamp={stampOf(own)} rows={own.rows} counts={own} type={type} />}
          {(own.review ?? 0) > 0 && <ReviewRows key={`review-${file.id}`} of={file} count={own.review ?? 0} check={() => importSets.dryRun(set.id)} />}
        </section>
      </div>
      <SetQuestions set={set} types={types} onSet={next => client.setQueryData(keys.importSet(set.id), next)} />
      <SetNotes notes={set.notes} />
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2 border-t bg-surface py-3">
        <Button variant="primary" size="md" disabled={writes === 0 || !set.can.run} busy={run.isPending} onClick={() => run.mutate()}>
          <Play />{writes === 0 ? 'Nothing to import' : `Import ${formats.number(writes)} ${writes === 1 ? 'row' : 'rows'}`}
        </Button>
        <Button variant="ghost" size="md" onClick={onBack}><ArrowLeft />Change the mapping</Button>
        <p role="status" className="text-sm">
          {run.isError ? <span className="text-red-text">{messageOf(run.error)}</span> : counts.refused > 0 && <span className="text-fg-3">Refused rows are left out; the others go in.</span>}
        </p>
      </div>
    </div>
  );
}
