'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox, Mail, MessagesSquare, NotebookPen, Plug, Hash, SquareMousePointer, type LucideIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Badge } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { can, usePeople, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { inbox, inboxKeys, sourceLabels, stateLabels, stateOf, states, step, type InboxFilter, type InboxLine } from './inbox-api';
import { MessageDetail } from './message-detail';
import { VirtualList } from './virtual-list';

const ReplayAll = dynamic(() => import('./replay-all').then(m => m.ReplayAll), { ssr: false });

const icons: Record<string, LucideIcon> = { chat: MessagesSquare, email: Mail, slack: Hash, web_form: SquareMousePointer, call_note: NotebookPen, api: Plug };
const sources = Object.entries(sourceLabels).map(([value, label]) => ({ value, label }));
const stateOptions = states.map(value => ({ value, label: stateLabels[value][0] }));
const otherwise = 20_000;

export function InboxPage() {
  const path = usePathname();
  const params = useSearchParams();
  const session = useSession().data;
  const people = usePeople().data ?? [];
  const filter: InboxFilter = { source: params.get('source') ?? '', state: params.get('state') ?? '', person: params.get('person') ?? '', q: params.get('q') ?? '' };
  const [open, setOpen] = useOpened(params.get('id'));
  const set = (part: Record<string, string | null>) => {
    if (part.id !== undefined) setOpen(part.id);
    // The address itself is ahead of what was drawn from it.
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(part)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    window.history.replaceState(null, '', next.size ? `${path}?${next}` : path);
  };
  const mayRead = !session || can(session, 'intake.read');
  const wanted = useDeferredValue(JSON.stringify(filter));
  const found = useInfiniteQuery({
    queryKey: inboxKeys.list(JSON.parse(wanted) as InboxFilter),
    queryFn: ({ pageParam }) => inbox.list(JSON.parse(wanted) as InboxFilter, pageParam),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
    enabled: mayRead,
    refetchInterval: otherwise,
  });
  const lines = found.data?.pages.flatMap(p => p.data) ?? [];
  const filtered = Object.values(filter).some(Boolean);
  const go = (by: 1 | -1) => () => {
    const next = step(lines, new URLSearchParams(window.location.search).get('id'), by);
    if (next) set({ id: next });
  };
  useShortcuts({ j: go(1), k: go(-1), ArrowDown: go(1), ArrowUp: go(-1), Enter: () => document.getElementById('message')?.focus(), Escape: () => set({ id: null }) }, lines.length > 0);
  if (!mayRead) return <><PageHeader title="Inbox" /><NoPermission /></>;
  return (
    <>
      <PageHeader title="Inbox"><Link href="/chat" className={buttonStyle()}>Write what happened</Link></PageHeader>
      <div className="flex min-h-0 flex-1">
        <div className={cn('flex w-[400px] shrink-0 flex-col border-r max-lg:w-full max-lg:border-r-0', open && 'max-lg:hidden')}>
          <div role="group" aria-label="Filter" className="grid grid-cols-3 gap-1.5 border-b p-2">
            <Words className="col-span-3" value={filter.q} onChange={q => set({ q })} />
            <Select aria-label="Source" placeholder="All sources" options={sources} value={filter.source} onChange={e => set({ source: e.target.value })} />
            <Select aria-label="State" placeholder="Any state" options={stateOptions} value={filter.state} onChange={e => set({ state: e.target.value })} />
            <Select aria-label="Person" placeholder="Everybody" options={people.map(p => ({ value: p.id, label: p.name }))} value={filter.person} onChange={e => set({ person: e.target.value })} />
          </div>
          {filtered && lines.length > 0 && can(session, 'changeset.decide') && can(session, 'intake.submit') && <ReplayAll lines={lines} />}
          {found.isPending && <SkeletonRows />}
          {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
          {found.data && lines.length === 0 && (
            <EmptyState icon={Inbox} title={filtered ? 'Nothing fits' : 'No messages yet'}>
              {filtered ? 'No message meets all of the conditions.' : 'What people write in the chat, by mail, in Slack, in forms or through the API stands here, with what was made of it.'}
            </EmptyState>
          )}
          {lines.length > 0 && (
            <VirtualList label="Messages" className="flex-1" items={lines} keyOf={l => l.id} height={68} shown={open} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}>
              {line => <Line line={line} open={line.id === open} onOpen={() => set({ id: line.id })} />}
            </VirtualList>
          )}
        </div>
        <div className={cn('flex min-w-0 flex-1 flex-col', !open && 'max-lg:hidden')}>
          {open ? (
            <MessageDetail key={open} id={open} onBack={() => set({ id: null })} />
          ) : (
            <EmptyState icon={Inbox} title="Choose a message" className="m-auto">J and K go through the list, E puts a value right, U takes everything back, R reads the message again.</EmptyState>
          )}
        </div>
      </div>
    </>
  );
}

/** The message that is open: at once what was pressed, and what the address says where something else has changed it. */
function useOpened(inAddress: string | null) {
  const [open, setOpen] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  const written = useRef<(string | null)[]>([]);
  if (inAddress !== seen) {
    setSeen(inAddress);
    // Where several presses came fast, the address is told of them one after the other.
    if (!written.current.includes(inAddress)) setOpen(inAddress);
  }
  useEffect(() => {
    if (inAddress === open) written.current = [];
  }, [inAddress, open]);
  return [open, (id: string | null) => {
    written.current.push(id);
    setOpen(id);
  }] as const;
}

/** Follows the typing, and the address a moment later. */
function Words({ value, onChange, className }: { value: string; onChange: (q: string) => void; className?: string }) {
  const [text, setText] = useState(value);
  return (
    <Input
      type="search"
      aria-label="Words"
      placeholder="Words of the message"
      className={className}
      value={text}
      onChange={e => {
        setText(e.target.value);
        onChange(e.target.value);
      }}
    />
  );
}

function Line({ line, open, onOpen }: { line: InboxLine; open: boolean; onOpen: () => void }) {
  const format = useFormats();
  const Icon = icons[line.source] ?? Plug;
  const [label, tone] = stateOf(line);
  return (
    <button type="button" aria-current={open || undefined} onClick={onOpen} className={cn('flex w-full items-start gap-2.5 px-3 py-2 text-left hover:bg-hover', open && 'bg-active')}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 stroke-[1.75] text-fg-3" />
      <span className="min-w-0 flex-1 leading-[18px]">
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-sm font-medium">{line.sender ?? line.person_name ?? line.connection ?? sourceLabels[line.source] ?? line.source}</span>
          <span className="shrink-0 text-2xs text-fg-3">{format.ago(line.at)}</span>
        </span>
        <span className="block truncate text-sm text-fg-2">{line.subject ?? line.excerpt}</span>
        <span className="mt-0.5 flex items-center gap-1">
          <Badge tone={tone}>{label}</Badge>
          {line.private && line.state !== 'private' && <Badge tone="violet">Private</Badge>}
          <span className="min-w-0 truncate text-2xs text-fg-3">{line.reason ?? line.note}</span>
        </span>
      </span>
    </button>
  );
}
