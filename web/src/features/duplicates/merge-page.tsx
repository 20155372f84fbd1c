'use client';
import { GitMerge, GitPullRequestClosed } from 'lucide-react';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { PageHeader } from '@/components/page-header';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { duplicates, type Choices } from '@/lib/duplicates-api';
import { useFormats } from '@/lib/format';
import { useTypes, type RecordType } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { titleOf } from '@/lib/record-title';
import { records as recordsApi, type AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { Compare } from './compare';
import { likelySurvivor, movesText } from './differences';
import { useMergePreview, useRefreshCandidates } from './use-candidates';

/** Records that somebody has ticked in a list become one: `?type=contact&ids=…`. */
export function MergePage() {
  const params = useSearchParams();
  const types = useTypes();
  const session = useSession().data;
  const type = types.data?.find(t => t.name === params.get('type'));
  const ids = [...new Set((params.get('ids') ?? '').split(',').filter(Boolean))];
  const found = useQueries({
    queries: ids.map(id => ({ queryKey: keys.record(type?.name ?? '', id), queryFn: () => recordsApi.get(type?.plural ?? '', id), enabled: type !== undefined })),
  });
  const error = types.error ?? found.find(f => f.error)?.error;
  // A record that was merged meanwhile answers as the one that stayed.
  const records = [...new Map(found.flatMap(f => (f.data ? [[f.data.id, f.data] as const] : []))).values()];
  const waiting = types.isPending || !session || found.some(f => f.isPending);
  return (
    <>
      <PageHeader title={type ? `Merge ${type.label_plural.toLowerCase()}` : 'Merge'} />
      {error ? <ErrorState error={error} retry={() => found.forEach(f => void f.refetch())} />
        : type && session && !(can(session, `${type.name}.update`) && can(session, `${type.name}.delete`)) ? <NoPermission />
        : ids.length > 0 && type && waiting ? <SkeletonRows />
        : !type || records.length < 2 ? <EmptyState icon={GitPullRequestClosed} title="Nothing to merge">Tick two or more rows of a list, then choose Merge.</EmptyState>
        : <Merge key={ids.join()} type={type} records={records} />}
    </>
  );
}

function Merge({ type, records }: { type: RecordType; records: AnyRecord[] }) {
  const client = useQueryClient();
  const router = useRouter();
  const format = useFormats();
  const types = useTypes().data ?? [];
  const refresh = useRefreshCandidates();
  const [survivor, setSurvivor] = useState(() => likelySurvivor(type, records));
  const [choices, setChoices] = useState<Choices>({});
  const [busy, setBusy] = useState(false);
  const others = records.map(r => r.id).filter(id => id !== survivor);
  const preview = useMergePreview(type.plural, survivor, others, choices);
  const undo = (id: string) => void changeSets.undo(id).then(() => toast.ok('The merge is undone'), toast.error).finally(() => { refreshRecords(client); void refresh(); });
  const merge = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const { change_set: set } = await duplicates.mergeRecords(type.plural, survivor, others, choices);
      if (set.status === 'proposed') toast.ok('The merge waits for a decision');
      else toast.ok(`${format.number(records.length)} are one now`, { label: 'Undo', run: () => undo(set.id) });
      refreshRecords(client);
      void refresh();
      router.replace(recordPath(type.name, survivor, type.plural));
    } catch (error) {
      toast.error(error);
      setBusy(false);
    }
  };
  const choose = Object.fromEntries(records.slice(0, 9).map((r, i) => [String(i + 1), () => setSurvivor(r.id)]));
  useShortcuts({ ...choose, m: () => void merge(), Escape: () => router.back() });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[1180px] flex-col gap-4 p-5 max-md:p-3.5">
          <p className="text-sm text-fg-2">Choose the one that stays and, where they differ, the values it keeps.</p>
          <Compare type={type} records={records} survivor={survivor} choices={choices} preview={preview.data} fixed={false} onSurvivor={setSurvivor} onChoose={(field, record) => setChoices({ ...choices, [field]: record })} />
          {preview.error && <Notice>{messageOf(preview.error)}</Notice>}
        </div>
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-t bg-subtle px-5 py-2.5 max-md:px-3.5">
        <Button variant="primary" size="md" busy={busy} disabled={!preview.data || preview.isError} onClick={() => void merge()}><GitMerge />Merge into {titleOf(records.find(r => r.id === survivor) ?? records[0]!, type)}<span aria-hidden className="max-md:hidden"><Kbd>M</Kbd></span></Button>
        <Button size="md" onClick={() => router.back()}>Cancel</Button>
        <p role="status" className="min-w-0 text-xs text-fg-3">{preview.data && movesText(preview.data, others.length, types, format.number)}</p>
      </div>
    </div>
  );
}
