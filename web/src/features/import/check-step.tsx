'use client';
import { ArrowLeft, Download, Play } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, buttonStyle } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { DryRunTable } from './dry-run-table';
import { imports, type DryRun, type Import } from './import-api';
import { ReviewRows } from './review-rows';

export const stampOf = (c: DryRun) => [c.creates, c.updates, c.unchanged, c.refused, c.waiting, c.review].join('-');

export function CheckStep({ of, dryRun, type, onBack }: { of: Import; dryRun: DryRun; type: RecordType; onBack: () => void }) {
  const client = useQueryClient();
  const formats = useFormats();
  const writes = dryRun.creates + dryRun.updates + (dryRun.waiting ?? 0);
  const run = useMutation({
    mutationFn: () => imports.run(of.id),
    onSettled: () => client.invalidateQueries({ queryKey: keys.import(of.id) }),
  });
  return (
    <section className="flex flex-col gap-3">
      <SectionTitle aside={dryRun.refused > 0 && <a href={imports.refusedFile(of.id)} download className={buttonStyle({ variant: 'ghost', size: 'xs' })}><Download />Refused rows</a>}>What would change</SectionTitle>
      <DryRunTable id={of.id} stamp={stampOf(dryRun)} rows={dryRun.rows} counts={dryRun} type={type} />
      {(dryRun.review ?? 0) > 0 && <ReviewRows of={of} count={dryRun.review ?? 0} check={() => imports.dryRun(of.id)} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" size="md" disabled={writes === 0} busy={run.isPending} onClick={() => run.mutate()}>
          <Play />{writes === 0 ? 'Nothing to import' : `Import ${formats.number(writes)} ${writes === 1 ? 'row' : 'rows'}`}
        </Button>
        <Button variant="ghost" size="md" onClick={onBack}><ArrowLeft />Change the mapping</Button>
        <p role="status" className="text-sm">
          {run.isError ? <span className="text-red-text">{messageOf(run.error)}</span> : dryRun.refused > 0 && <span className="text-fg-3">Refused rows are left out; the others go in.</span>}
        </p>
      </div>
    </section>
  );
}
