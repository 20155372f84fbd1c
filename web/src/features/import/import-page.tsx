'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { useTypes } from '@/lib/meta';
import { messageOf, Problem } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { useRouteParams } from '@/lib/route';
import { CheckStep } from './check-step';
import { imports, type Import } from './import-api';
import { afterMapping, missingAnswer, sentMapping } from './mapping';
import { MappingStep } from './mapping-step';
import { ResultStep, RunningStep } from './run-step';
import { Steps } from './steps';
import { useCameFurther } from './use-came-further';
import { useMappings } from './use-mapping';

const running = (of: Import | undefined) => of?.status === 'running' || of?.status === 'checking';

function stepOf(of: Import, remap: boolean): number {
  if (of.status === 'checking') return 2;
  if (of.status === 'uploaded' || of.status === 'mapped' || (remap && of.status === 'checked')) return 1;
  return of.status === 'checked' ? 2 : 3;
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
  useCameFurther(of?.status);
  const router = useRouter();
  const set = of?.set_id;
  // A file that came with others is decided about with them.
  useEffect(() => {
    if (set) router.replace(`/imports/sets/${set}?file=${id}`);
  }, [set, id, router]);
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
        {of && type && !set && (
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

function MapOne({ of, type, onChecked }: Pick<StepProps, 'of' | 'type'> & { onChecked: () => void }) {
  const client = useQueryClient();
  const mappings = useMappings();
  const mapping = mappings.of(of);
  const put = (next: Import) => client.setQueryData(keys.import(of.id), next);
  const check = useMutation({
    mutationFn: async () => {
      const answer = await imports.map(of.id, sentMapping(mapping));
      const after = afterMapping(mapping, answer);
      if (answer && after.asks) {
        mappings.change(of, () => after.mapping);
        put(answer);
        return;
      }
      await imports.dryRun(of.id);
      await client.invalidateQueries({ queryKey: keys.import(of.id) });
      onChecked();
    },
  });
  const missing = missingAnswer(of, type, mapping);
  return (
    <>
      <MappingStep of={of} type={type} mapping={mapping} onMapping={act => mappings.change(of, act)} wrong={check.error instanceof Problem ? check.error.byField() : {}} onImport={put} />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <Button variant="primary" size="md" busy={check.isPending} disabled={missing !== null} onClick={() => check.mutate()}>See what would change</Button>
        <p role="status" className="text-sm text-fg-3">{missing}{check.isError && <span className="text-red-text">{messageOf(check.error)}</span>}</p>
      </div>
    </>
  );
}

function Step({ of, type, remap, setRemap }: StepProps) {
  const at = stepOf(of, remap);
  if (of.status === 'checking' || of.status === 'running' || of.status === 'paused') return <RunningStep of={of} />;
  if (at === 1 || (at === 2 && !of.dry_run)) return <MapOne key={of.id} of={of} type={type} onChecked={() => setRemap(false)} />;
  if (at === 2 && of.dry_run) return <CheckStep of={of} dryRun={of.dry_run} type={type} onBack={() => setRemap(true)} />;
  return <ResultStep of={of} type={type} />;
}
