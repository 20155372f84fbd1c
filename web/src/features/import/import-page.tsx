'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { Link } from '@/components/link';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { cn } from '@/lib/cn';
import { useTypes } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { useRouteParams } from '@/lib/route';
import { CheckStep } from './check-step';
import { imports, type Import } from './import-api';
import { MappingStep } from './mapping-step';
import { ResultStep, RunningStep } from './run-step';

const steps = ['File', 'Mapping', 'Check', 'Import'];
const running = (of: Import | undefined) => of?.status === 'running' || of?.status === 'checking';

function stepOf(of: Import, remap: boolean): number {
  if (of.status === 'checking') return 2;
  if (of.status === 'uploaded' || of.status === 'mapped' || (remap && of.status === 'checked')) return 1;
  return of.status === 'checked' ? 2 : 3;
}

function Steps({ at }: { at: number }) {
  return (
    <ol className="mb-5 flex items-center gap-1.5 text-xs font-medium text-fg-3">
      {steps.map((name, i) => (
        <li key={name} aria-current={i === at ? 'step' : undefined} className={cn('flex items-center gap-1.5', i <= at && 'text-fg')}>
          {i > 0 && <span aria-hidden className="h-px w-5 bg-line-strong max-md:w-2.5" />}
          <span aria-hidden className={cn('num grid size-[18px] place-items-center rounded-full bg-hover text-2xs', i < at && 'bg-green-soft text-green-text', i === at && 'bg-accent text-accent-fg')}>{i + 1}</span>
          {name}
        </li>
      ))}
    </ol>
  );
}

export function ImportPage() {
  const { id = '' } = useRouteParams('/imports/[id]');
  const types = useTypes();
  const [remap, setRemap] = useState(false);
  const found = useQuery({
    queryKey: keys.import(id),
    queryFn: () => imports.get(id),
    enabled: id !== '' && id !== '_',
    refetchInterval: query => (running(query.state.data) ? 500 : false),
  });
  const of = found.data;
  const type = types.data?.find(t => t.name === of?.record_type);
  return (
    <>
      <header className="flex h-11 shrink-0 items-center gap-1 border-b pl-4 pr-2.5 text-sm max-md:h-12 max-md:pl-12">
        <Link href="/imports" className="rounded-md px-1 text-fg-3 hover:text-fg">Import</Link>
        <ChevronRight aria-hidden className="size-3.5 text-fg-3" />
        <h1 className="min-w-0 truncate px-1 font-semibold">{of?.file_name ?? 'File'}</h1>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {(found.isError || types.isError) && <ErrorState error={found.error ?? types.error} retry={() => void found.refetch()} />}
        {(found.isPending || types.isPending) && !found.isError && <SkeletonRows />}
        {of && type && (
          <div className="mx-auto max-w-[980px] p-5 max-md:p-3.5">
            <Steps at={stepOf(of, remap)} />
            <Step of={of} type={type} remap={remap} setRemap={setRemap} />
          </div>
        )}
      </div>
    </>
  );
}

interface StepProps {
  of: Import;
  type: Parameters<typeof MappingStep>[0]['type'];
  remap: boolean;
  setRemap: (on: boolean) => void;
}

function Step({ of, type, remap, setRemap }: StepProps) {
  const at = stepOf(of, remap);
  if (of.status === 'checking' || of.status === 'running' || of.status === 'paused') return <RunningStep of={of} />;
  if (at === 1 || (at === 2 && !of.dry_run)) return <MappingStep key={of.id} of={of} type={type} onChecked={() => setRemap(false)} />;
  if (at === 2 && of.dry_run) return <CheckStep of={of} dryRun={of.dry_run} type={type} onBack={() => setRemap(true)} />;
  return <ResultStep of={of} type={type} />;
}
