'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, FileQuestion } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Link } from '@/components/link';
import { buttonStyle } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { useTypes, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { useRouteParams } from '@/lib/route';
import { importSets, type ImportSet } from './import-api';
import { SetMapping } from './set-mapping';
import { SetNotes } from './set-notes';
import { SetQuestions } from './set-questions';
import { SetRunning } from './set-running';
import { Steps } from './steps';
import { useCameFurther } from './use-came-further';

const SetCheck = dynamic(() => import('./set-check').then(m => m.SetCheck), { ssr: false, loading: () => <SkeletonRows /> });
const SetResult = dynamic(() => import('./set-result').then(m => m.SetResult), { ssr: false, loading: () => <SkeletonRows /> });

export const setName = (set: Pick<ImportSet, 'imports'>) => (set.imports.length === 1 ? (set.imports[0]?.file_name ?? 'File') : `${set.imports.length} files`);

const moving = (set: ImportSet | undefined) => set?.status === 'running' || set?.status === 'checking';

/** Files that were dropped together, from their columns to what became of them. */
export function SetPage() {
  const { id = '' } = useRouteParams('/imports/sets/[id]');
  const types = useTypes();
  const found = useQuery({
    queryKey: keys.importSet(id),
    queryFn: () => importSets.get(id),
    enabled: id !== '' && id !== '_',
    refetchInterval: query => (moving(query.state.data) ? 500 : false),
  });
  const set = found.data;
  useCameFurther(set?.status);
  return (
    <>
      <header className="flex h-11 shrink-0 items-center gap-1 border-b pl-4 pr-2.5 text-sm max-md:h-12 max-md:pl-12">
        <Link href="/imports" className="rounded-md px-1 text-fg-3 hover:text-fg">Import</Link>
        <ChevronRight aria-hidden className="size-3.5 text-fg-3" />
        <h1 className="min-w-0 truncate px-1 font-semibold">{set ? setName(set) : 'Files'}</h1>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {(found.isError || types.isError) && !set && <ErrorState error={found.error ?? types.error} retry={() => void found.refetch()} />}
        {(found.isPending || types.isPending) && !found.isError && <SkeletonRows />}
        {set && types.data && <OneSet set={set} types={types.data} />}
      </div>
    </>
  );
}

function OneSet({ set, types }: { set: ImportSet; types: RecordType[] }) {
  const path = usePathname();
  const wanted = useSearchParams().get('file');
  const [remap, setRemap] = useState(false);
  const client = useQueryClient();
  const file = set.imports.find(i => i.id === wanted) ?? set.imports[0];
  const pick = (id: string) => window.history.replaceState(null, '', `${path}?file=${id}`);
  const mapping = set.status === 'open' || (set.status === 'checked' && remap);
  const at = mapping ? 1 : set.status === 'checked' || set.status === 'checking' ? 2 : 3;
  if (!file) {
    return (
      <div className="mx-auto max-w-[980px] p-5 max-md:p-3.5">
        <EmptyState icon={FileQuestion} title="Nothing to import in these files yet" action={<Link href="/imports" className={buttonStyle({ variant: 'primary', size: 'md' })}>Choose other files</Link>}>
          None of them holds records of a type that Windrose knows by its columns. Say what the rows are.
        </EmptyState>
        <SetQuestions set={set} types={types} onSet={next => client.setQueryData(keys.importSet(set.id), next)} />
        <SetNotes notes={set.notes} />
      </div>
    );
  }
  const chosen = { set, file, types, onPick: pick };
  return (
    <div className="mx-auto max-w-[1080px] p-5 max-md:p-3.5">
      <Steps at={at} />
      {mapping ? <SetMapping {...chosen} onChecked={() => setRemap(false)} />
        : set.status === 'checked' ? <SetCheck {...chosen} onBack={() => setRemap(true)} />
        : set.status === 'checking' || set.status === 'running' || set.status === 'paused' ? <SetRunning set={set} />
        : <SetResult {...chosen} />}
    </div>
  );
}
