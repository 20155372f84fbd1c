'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Info, TriangleAlert, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button, buttonStyle } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { VirtualList } from '@/features/intake/virtual-list';
import { changeSets } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { useShortcuts } from '@/lib/shortcuts';
import { labelOf } from '../categories';
import { refreshContext } from '../context-api';
import { useEntryLabels } from '../entry/use-kinds';
import { ItemDetail } from './item-detail';
import { alsoText, setup, setupKeys, states, writes, type Item, type State, type Transfer } from './setup-api';

const order: State[] = ['new', 'changed', 'waits', 'refused', 'same', 'left_out'];

/** What was brought, file by file, with what each would do; and the one decision about all of it. */
export function TransferView({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: setupKeys.one(id),
    queryFn: () => setup.get(id),
    refetchInterval: q => (q.state.data && (q.state.data.status === 'reading' || q.state.data.status === 'applying') ? 600 : false),
  });
  const status = found.data?.status;
  useEffect(() => {
    if (status === 'applied') refreshContext(client);
  }, [status, client]);
  if (found.isPending) return <SkeletonRows rows={8} />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const transfer = found.data;
  if (transfer.status === 'reading' || transfer.status === 'applying' || transfer.status === 'collecting') return <AtWork transfer={transfer} />;
  if (transfer.status === 'applied') return <Written transfer={transfer} />;
  return <Preview transfer={transfer} mayWrite={mayWrite} />;
}

function AtWork({ transfer }: { transfer: Transfer }) {
  const client = useQueryClient();
  const progress = transfer.progress;
  const part = progress?.total ? progress.done / progress.total : null;
  const cancel = useMutation({ mutationFn: () => setup.cancel(transfer.id), onSettled: () => void client.invalidateQueries({ queryKey: setupKeys.one(transfer.id) }), onError: toast.error });
  return (
    <div className="m-auto flex w-full max-w-[440px] flex-col gap-3 p-6 text-center" aria-live="polite">
      <p className="text-sm font-semibold">{transfer.status === 'applying' ? 'Writing' : 'Reading'} {transfer.name}</p>
      <div role="progressbar" aria-label="Progress" aria-valuenow={part === null ? undefined : Math.round(part * 100)} className="h-1.5 overflow-hidden rounded-full bg-hover">
        <span className={cn('block h-full bg-accent transition-[width]', part === null && 'w-1/3 animate-pulse')} style={part === null ? undefined : { width: `${Math.max(4, part * 100)}%` }} />
      </div>
      <p className="min-h-5 truncate text-xs text-fg-3">{progress?.message ?? 'It begins in a moment.'}</p>
      <div><Button busy={cancel.isPending} onClick={() => cancel.mutate()}>Cancel</Button></div>
    </div>
  );
}

function Written({ transfer }: { transfer: Transfer }) {
  const client = useQueryClient();
  const format = useFormats();
  const set = useQuery({ queryKey: ['change-sets', 'one', transfer.change_set_id], queryFn: () => changeSets.get(transfer.change_set_id ?? ''), enabled: Boolean(transfer.change_set_id), retry: false });
  const undo = useMutation({
    mutationFn: () => changeSets.undo(transfer.change_set_id ?? ''),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: setupKeys.sets });
      refreshContext(client);
      void set.refetch();
    },
    onError: toast.error,
  });
  const undone = set.data?.status === 'undone';
  const n = writes(transfer.counts);
  return (
    <EmptyState
      icon={undone ? Undo2 : CircleCheck}
      title={undone ? 'All of it was taken back' : `${format.number(n)} ${n === 1 ? 'entry' : 'entries'} written`}
      className="m-auto"
      action={
        <>
          <Link href="/context" className={buttonStyle({ variant: 'primary', size: 'md' })}>Open the context</Link>
          {transfer.change_set_id && !undone && <Button size="md" busy={undo.isPending} onClick={() => undo.mutate()}><Undo2 />Take all of it back</Button>}
        </>
      }
    >
      {transfer.counts.refused > 0 ? `${format.number(transfer.counts.refused)} of ${transfer.name} were refused and stay out.` : undone ? 'Nothing of it is left.' : transfer.name}
    </EmptyState>
  );
}

function Preview({ transfer, mayWrite }: { transfer: Transfer; mayWrite: boolean }) {
  const client = useQueryClient();
  const format = useFormats();
  const [only, setOnly] = useState<State | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const items = useQuery({ queryKey: setupKeys.items(transfer.id), queryFn: () => setup.items(transfer.id) });
  const again = () => {
    void client.invalidateQueries({ queryKey: setupKeys.one(transfer.id) });
  };
  const apply = useMutation({
    mutationFn: (status?: 'draft' | 'live') => setup.apply(transfer.id, status),
    onSuccess: t => client.setQueryData(setupKeys.one(transfer.id), t),
    onError: toast.error,
  });
  const make = useMutation({ mutationFn: (wanted: boolean) => setup.make(transfer.id, wanted), onSuccess: again, onError: toast.error });
  const list = (items.data ?? []).filter(i => only === null || i.state === only);
  const at = list.findIndex(i => i.position === open);
  const go = (by: 1 | -1) => () => setOpen(list[Math.min(Math.max(at + by, 0), list.length - 1)]?.position ?? null);
  useShortcuts({ j: go(1), k: go(-1), ArrowDown: go(1), ArrowUp: go(-1), Escape: () => setOpen(null) });
  const n = writes(transfer.counts);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-2 border-b px-4 py-2.5 max-md:px-3">
        <h2 className="mr-2 min-w-0 max-w-full truncate text-sm font-semibold">{transfer.name}</h2>
        <div role="group" aria-label="Show" className="flex flex-wrap gap-1">
          <Button size="xs" variant={only === null ? 'soft' : 'ghost'} aria-pressed={only === null} onClick={() => setOnly(null)}>All</Button>
          {order.filter(s => transfer.counts[s] > 0).map(s => (
            <Button key={s} size="xs" variant={only === s ? 'soft' : 'ghost'} aria-pressed={only === s} onClick={() => setOnly(only === s ? null : s)}>{states[s].label}<span className="num text-fg-3">{format.number(transfer.counts[s])}</span></Button>
          ))}
        </div>
        {mayWrite && (
          <div className="ml-auto flex flex-wrap gap-2 max-md:ml-0">
            {transfer.proposed > 0 ? (
              <>
                <Button size="md" disabled={n === 0} busy={apply.isPending && apply.variables === 'live'} onClick={() => apply.mutate('live')}>Write as live</Button>
                <Button size="md" variant="primary" disabled={n === 0} busy={apply.isPending && apply.variables !== 'live'} onClick={() => apply.mutate('draft')}>Write {format.number(n)} as {n === 1 ? 'a draft' : 'drafts'}</Button>
              </>
            ) : (
              <Button size="md" variant="primary" disabled={n === 0} busy={apply.isPending} onClick={() => apply.mutate(undefined)}>Write {format.number(n)} {n === 1 ? 'entry' : 'entries'}</Button>
            )}
          </div>
        )}
      </div>
      {(transfer.problem || transfer.notes.length > 0 || transfer.also.length > 0 || !transfer.make) && (
        <div className="flex flex-col gap-1 border-b bg-subtle px-4 py-2 text-xs text-fg-2 max-md:px-3">
          {transfer.problem && <p role="alert" className="flex items-center gap-1.5 text-red-text"><TriangleAlert aria-hidden className="size-3.5 shrink-0" />{transfer.problem}</p>}
          {transfer.notes.map(note => <p key={note} className="flex items-center gap-1.5"><Info aria-hidden className="size-3.5 shrink-0 text-fg-3" />{note}</p>)}
          {(transfer.also.length > 0 || !transfer.make) && (
            <div className="flex items-center gap-2">
              <Switch label="Make what is named and not there" checked={transfer.make} disabled={make.isPending || !mayWrite} onChange={wanted => make.mutate(wanted)} />
              <span title={transfer.also.map(a => a.name).join(', ')}>{transfer.make ? `Also made, because entries name them: ${alsoText(transfer.also)}.` : 'What entries name and what is not there is not made.'}</span>
            </div>
          )}
        </div>
      )}
      <div className="flex min-h-0 flex-1">
        <div className={cn('flex w-[460px] shrink-0 flex-col border-r max-lg:w-full max-lg:border-r-0', open !== null && 'max-lg:hidden')}>
          {items.isPending && <SkeletonRows rows={8} />}
          {items.error && <ErrorState error={items.error} retry={() => void items.refetch()} />}
          {items.data && <VirtualList label="Files" className="flex-1" items={list} keyOf={i => String(i.position)} height={57} shown={open === null ? null : String(open)}>{item => <Line item={item} open={item.position === open} onOpen={() => setOpen(item.position)} />}</VirtualList>}
        </div>
        <div className={cn('flex min-w-0 flex-1 flex-col', open === null && 'max-lg:hidden')}>
          {open !== null
            ? <ItemDetail key={open} transfer={transfer.id} position={open} mayWrite={mayWrite} onClose={() => setOpen(null)} onChanged={changed => { client.setQueryData(setupKeys.items(transfer.id), changed); again(); }} />
            : <EmptyState icon={Info} title="Choose a line" className="m-auto">J and K go through the list. Nothing is written before you say so.</EmptyState>}
        </div>
      </div>
    </>
  );
}

function Line({ item, open, onOpen }: { item: Item; open: boolean; onOpen: () => void }) {
  const label = useEntryLabels();
  const state = states[item.state];
  return (
    <button type="button" aria-current={open || undefined} onClick={onOpen} className={cn('flex w-full items-start gap-3 px-4 py-2.5 text-left hover:bg-hover max-md:px-3', open && 'bg-active')}>
      <span className="min-w-0 flex-1 leading-[18px]">
        <span className={cn('block truncate text-sm font-medium', item.state === 'left_out' && 'text-fg-3 line-through')}>{item.title ?? item.path}</span>
        {item.reason && item.state !== 'left_out'
          ? <span className={cn('line-clamp-2 text-xs', item.state === 'refused' ? 'text-red-text' : 'text-fg-2')}>{item.line ? `Line ${item.line}: ` : ''}{item.reason}</span>
          : <span className={cn('block truncate text-xs', open ? 'text-fg-2' : 'text-fg-3')}>{[labelOf(item.category), label('kind', item.kind), item.path].filter(Boolean).join(' · ')}</span>}
      </span>
      {item.proposed && !item.sure && item.state !== 'left_out' && <Badge tone="amber">Look</Badge>}
      <Badge tone={state.tone}>{state.label}</Badge>
    </button>
  );
}
