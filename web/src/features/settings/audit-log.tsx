'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ScrollText, ShieldCheck } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense, useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateInput } from '@/components/ui/date-input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { api } from '@/lib/api';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { usePeople } from '@/lib/session';
import { actions, actionText, auditQuery, titleText, type AuditEntry, type AuditFilter } from './audit';
import { SettingsFrame } from './settings-frame';

interface Page {
  data: AuditEntry[];
  next_cursor?: string | null;
}

export function AuditLog() {
  return (
    <SettingsFrame title="Audit log" lead="Who did what, sealed in a chain so that nothing can be changed or cut out unnoticed." permission="audit.manage" wide>
      <Suspense fallback={null}><Entries /></Suspense>
    </SettingsFrame>
  );
}

function Entries() {
  const path = usePathname();
  const params = useSearchParams();
  const format = useFormats();
  const people = usePeople().data ?? [];
  const filter: AuditFilter = { actor: params.get('actor') ?? '', action: params.get('action') ?? '', from: params.get('from') ?? '', to: params.get('to') ?? '', record_id: params.get('record_id') ?? '' };
  const set = (part: Partial<AuditFilter>) => {
    const next = new URLSearchParams(Object.entries({ ...filter, ...part }).filter(([, v]) => v));
    window.history.replaceState(null, '', next.size ? `${path}?${next}` : path);
  };
  const log = useInfiniteQuery({
    queryKey: keys.audit(filter),
    queryFn: ({ pageParam }) => api.get<Page>(`/audit?${auditQuery(filter, pageParam)}`),
    initialPageParam: '',
    getNextPageParam: page => page.next_cursor ?? undefined,
  });
  const rows = log.data?.pages.flatMap(p => p.data) ?? [];
  const filtered = Object.values(filter).some(Boolean);
  return (
    <div className="flex flex-col gap-4">
      <div role="group" aria-label="Filter" className="flex flex-wrap items-end gap-2">
        <Select aria-label="Person" className="w-44 max-sm:w-full" placeholder="Everybody" options={people.map(p => ({ value: p.id, label: p.name }))} value={filter.actor} onChange={e => set({ actor: e.target.value })} />
        <Select aria-label="What was done" className="w-52 max-sm:w-full" placeholder="Everything" options={actions} value={filter.action} onChange={e => set({ action: e.target.value })} />
        <span className="w-36 max-sm:flex-1"><DateInput aria-label="From" value={filter.from} onChange={from => set({ from })} /></span>
        <span className="w-36 max-sm:flex-1"><DateInput aria-label="To" value={filter.to} onChange={to => set({ to })} /></span>
        {filter.record_id && <Badge tone="accent" className="mb-1.5">One record</Badge>}
        {filtered && <Button variant="ghost" onClick={() => set({ actor: '', action: '', from: '', to: '', record_id: '' })}>Clear</Button>}
        <span className="flex-1" />
        <Seal />
      </div>
      {log.isPending && <SkeletonRows />}
      {log.error && <ErrorState error={log.error} retry={() => void log.refetch()} />}
      {log.data && rows.length === 0 && <EmptyState icon={ScrollText} title={filtered ? 'Nothing fits' : 'Nothing yet'}>{filtered ? 'No entry meets all of the conditions.' : 'What people and agents do is written here.'}</EmptyState>}
      {rows.length > 0 && (
        <Card>
          <ul aria-label="Entries" className="divide-y">{rows.map(r => <Entry key={r.id} entry={r} format={format} onRecord={record_id => set({ record_id })} />)}</ul>
        </Card>
      )}
      {log.hasNextPage && <div><Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>Older entries</Button></div>}
    </div>
  );
}

function Entry({ entry, format, onRecord }: { entry: AuditEntry; format: ReturnType<typeof useFormats>; onRecord: (id: string) => void }) {
  const [open, setOpen] = useState(false);
  const more = entry.details || entry.evidence || entry.request_id || entry.change_set_id;
  return (
    <li className="px-4 py-2 text-sm">
      <div className="grid grid-cols-[150px_170px_1fr_auto] items-center gap-3 max-md:grid-cols-[1fr_auto] max-md:gap-y-0.5">
        <time dateTime={entry.at} className="num text-xs text-fg-3">{format.instant(entry.at)}</time>
        <span className="truncate max-md:order-3">{entry.actor_name}{entry.actor_kind !== 'person' && <Badge tone={entry.actor_kind === 'agent' ? 'violet' : 'neutral'} className="ml-1.5">{entry.actor_kind}</Badge>}</span>
        <span className="min-w-0 max-md:order-2 max-md:col-span-2">
          <b className="mr-1.5 font-medium">{actionText(entry.action)}</b>
          {entry.record_type && entry.record_id ? <Link href={recordPath(entry.record_type, entry.record_id)} className="text-fg-2 hover:underline">{titleText(entry.title)}</Link> : entry.title !== actionText(entry.action) && <span className="text-fg-2">{titleText(entry.title)}</span>}
        </span>
        {more ? <Button variant="ghost" size="xs" aria-expanded={open} aria-label={`Details of ${actionText(entry.action)} ${titleText(entry.title)}`} className="max-md:order-1" onClick={() => setOpen(!open)}>{open ? 'Less' : 'More'}</Button> : <span />}
      </div>
      {open && (
        <dl className="mt-2 grid grid-cols-[110px_1fr] gap-x-3 gap-y-1 rounded-lg bg-subtle p-3 text-xs">
          <dt className="text-fg-3">Sealed</dt><dd>{entry.sealed ? 'Yes' : 'Within a second'}</dd>
          {entry.change_set_id && <><dt className="text-fg-3">Change set</dt><dd className="break-all">{entry.change_set_id}</dd></>}
          {entry.request_id && <><dt className="text-fg-3">Request</dt><dd className="break-all">{entry.request_id}</dd></>}
          {entry.evidence && <><dt className="text-fg-3">Evidence</dt><dd className="break-words">{String(entry.evidence.quote ?? JSON.stringify(entry.evidence))}</dd></>}
          {entry.details && <><dt className="text-fg-3">Details</dt><dd><pre className="whitespace-pre-wrap break-words font-mono">{JSON.stringify(entry.details, null, 1)}</pre></dd></>}
          {entry.record_id && <><dt className="text-fg-3">Record</dt><dd><button type="button" className="text-accent-text hover:underline" onClick={() => onRecord(entry.record_id ?? '')}>Everything about this record</button></dd></>}
        </dl>
      )}
    </li>
  );
}

/** The newest link of the chain: kept elsewhere, it proves what stood before it. */
function Seal() {
  const seals = useQuery({ queryKey: keys.audit('seals'), queryFn: () => api.get<{ data: { number: number; at: string; hash: string }[] }>('/audit/seals'), refetchInterval: 30_000 });
  const last = seals.data?.data[0];
  if (!last) return null;
  return <span title={last.hash} className="flex h-8 items-center gap-1.5 text-xs text-fg-3"><ShieldCheck aria-hidden className="size-4 text-green-text" />Seal {last.number} · <code>{last.hash.slice(0, 12)}</code></span>;
}
