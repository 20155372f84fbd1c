'use client';
import { ChevronDown, ChevronUp, CopyCheck, Settings } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Badge } from '@/components/ui/badge';
import { Button, buttonStyle } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Select } from '@/components/ui/select';
import { cn } from '@/lib/cn';
import type { Candidate, CandidateStatus } from '@/lib/duplicates-api';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import { titleOf } from '@/lib/record-title';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { CandidateView } from './candidate-view';
import { percent } from './reasons';
import { useCandidates, useCandidatesOf, useCounts, useRefreshCandidates } from './use-candidates';

const statuses = [{ value: 'open', label: 'To decide' }, { value: 'merged', label: 'Merged' }, { value: 'dismissed', label: 'Not the same' }];

/** Records that may be the same, one pair after the other, by keyboard. */
export function DuplicatesPage() {
  const path = usePathname();
  const params = useSearchParams();
  const type = params.get('type');
  const status = (params.get('status') ?? 'open') as CandidateStatus;
  const [at, setAt] = useState(0);
  const types = useTypes().data;
  const session = useSession().data;
  const format = useFormats();
  const record = params.get('record');
  const all = useCandidates(type, status, record === null);
  const own = useCandidatesOf(types?.find(t => t.name === type)?.plural, record);
  const found = record === null ? all : own;
  const counts = useCounts().data ?? {};
  const refresh = useRefreshCandidates();
  const list = record === null ? (all.data?.pages.flatMap(p => p.data) ?? []) : (own.data ?? []);
  const total = (record === null && all.data?.pages[0]?.total) || list.length;
  const active = Math.max(0, Math.min(at, list.length - 1));
  const candidate = list[active];
  const recordType = types?.find(t => t.name === candidate?.record_type);
  const about = list.flatMap(c => c.records).find(r => r.id === record);
  const go = (next: { type?: string | null; status?: string }) => {
    const query = new URLSearchParams();
    const wanted = next.type === undefined ? type : next.type;
    if (wanted) query.set('type', wanted);
    if ((next.status ?? status) !== 'open') query.set('status', next.status ?? status);
    const text = query.toString();
    window.history.replaceState(null, '', text ? `${path}?${text}` : path);
    setAt(0);
  };
  const move = (by: number) => () => {
    const next = Math.max(0, Math.min(list.length - 1, active + by));
    setAt(next);
    if (next > list.length - 5 && record === null && all.hasNextPage && !all.isFetchingNextPage) void all.fetchNextPage();
  };
  const [last, setLast] = useState<(() => void) | null>(null);
  const undo = () => {
    last?.();
    setLast(null);
  };
  useShortcuts({ j: move(1), k: move(-1), ArrowDown: move(1), ArrowUp: move(-1), ...(last && { u: undo }) });
  const mayDecideRules = can(session, 'workspace.manage');
  const tabs = [...new Set([...Object.keys(counts), ...(type ? [type] : [])])];
  const label = (name: string) => (name === 'company' ? 'Accounts' : (types?.find(t => t.name === name)?.label_plural ?? name));
  return (
    <>
      <PageHeader title="Duplicates" count={found.data && <span role="status">{format.number(total)}</span>}>
        <Select aria-label="Which" className="w-36" options={statuses} value={status} onChange={e => go({ status: e.target.value })} />
        {mayDecideRules && <Link href="/settings/duplicates" className={buttonStyle({ variant: 'ghost', size: 'sm' })}><Settings className="size-3.5" /><span className="max-md:sr-only">Rules</span></Link>}
      </PageHeader>
      {record !== null && (
        <p className="flex min-h-10 shrink-0 items-center gap-2 border-b bg-subtle px-5 text-sm text-fg-2">
          <span className="min-w-0 truncate">{about ? <>Only pairs with <b className="font-medium text-fg">{titleOf(about, types?.find(t => t.name === type))}</b></> : 'Only pairs with one record'}</span>
          <Button variant="ghost" size="xs" onClick={() => go({})}>Show all</Button>
        </p>
      )}
      {record === null && tabs.length > 1 && (
        <div role="group" aria-label="Record types" className="hide-scroll flex h-10 shrink-0 items-center gap-1 overflow-x-auto border-b px-3">
          {[null, ...tabs].map(t => (
            <Button key={t ?? ''} variant={type === t ? 'soft' : 'ghost'} aria-pressed={type === t} onClick={() => go({ type: t })}>
              {t === null ? 'All' : label(t)}{t !== null && counts[t] !== undefined && <span className={cn('num', type === t ? 'text-fg-2' : 'text-fg-3')}>{counts[t]}</span>}
            </Button>
          ))}
        </div>
      )}
      {found.isPending ? <SkeletonRows /> : found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : !candidate ? (
        <EmptyState icon={CopyCheck} title={status === 'open' ? 'No duplicates to decide' : 'Nothing here yet'} action={status === 'open' && record === null && mayDecideRules && <Link href="/settings/duplicates" className={buttonStyle()}>Look through what is there</Link>}>
          {status === 'open' ? 'New and changed records are compared with the rest as they arrive. Pairs that may be the same wait here.' : 'What you decide can be looked at and taken back here.'}
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1">
          <Queue list={list} active={active} types={types} onPick={setAt} more={record === null && all.hasNextPage ? () => void all.fetchNextPage() : undefined} />
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <div className="flex h-10 shrink-0 items-center gap-1 border-b px-3 text-xs text-fg-3 lg:hidden">
              <Button variant="ghost" size="icon" aria-label="The pair before" disabled={active === 0} onClick={move(-1)}><ChevronUp /></Button>
              <Button variant="ghost" size="icon" aria-label="The next pair" disabled={active >= list.length - 1} onClick={move(1)}><ChevronDown /></Button>
              <span className="num">{active + 1} of {format.number(total)}</span>
            </div>
            {recordType ? <CandidateView key={candidate.id} candidate={candidate} type={recordType} onDecided={takeBack => { setLast(() => takeBack); void refresh(); }} /> : <SkeletonRows />}
          </div>
        </div>
      )}
    </>
  );
}

interface QueueProps {
  list: Candidate[];
  active: number;
  types: ReturnType<typeof useTypes>['data'];
  onPick: (at: number) => void;
  more?: () => void;
}

function Queue({ list, active, types, onPick, more }: QueueProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <nav ref={box} aria-label="Pairs" className="w-[300px] shrink-0 overflow-y-auto border-r max-lg:hidden">
      <ol className="divide-y">
        {list.map((c, i) => {
          const type = types?.find(t => t.name === c.record_type);
          return (
            <li key={c.id}>
              <button type="button" aria-current={i === active || undefined} onClick={() => onPick(i)} className={cn('flex w-full items-center gap-3 px-4 py-2 text-left text-sm hover:bg-subtle', i === active && 'bg-active')}>
                <span className="min-w-0 flex-1 leading-[18px]">
                  {c.records.slice(0, 2).map(r => <span key={r.id} className="block truncate first:font-medium">{titleOf(r, type)}</span>)}
                </span>
                <Badge tone={c.score >= 0.9 ? 'green' : c.score >= 0.7 ? 'accent' : 'neutral'} className="num">{percent(c.score)}</Badge>
              </button>
            </li>
          );
        })}
      </ol>
      {more && <div className="p-3"><Button onClick={more}>More pairs</Button></div>}
      <p aria-hidden className="px-4 py-3 text-2xs text-fg-3">J and K move, 1 and 2 choose the one that stays, M merges, X says they differ, U takes the last decision back.</p>
    </nav>
  );
}
