'use client';
import { ArrowRight, Bot, FileUp, History, MessageSquareText, PencilLine, RefreshCw, RotateCcw } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@/components/link';
import { useTab } from '@/components/record-frame';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { UndoButton } from '@/features/review/undo-button';
import { changeSets, type ChangeSet } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { today, useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { can, useSession } from '@/lib/session';
import { byDay, type EntryKind, type TimelineEntry } from './entries';
import { useTimeline } from './use-timeline';

const filters: [EntryKind | null, string][] = [
  [null, 'All'], ['interaction', 'Interactions'], ['change', 'Changes'], ['deal', 'Deals'], ['task', 'Tasks'], ['comment', 'Comments'], ['objection', 'Objections'], ['feedback', 'Feedback'],
];

function SourceIcon({ entry }: { entry: TimelineEntry }) {
  const icon = 'size-3 stroke-[1.75]';
  if (entry.kind !== 'change') return entry.kind === 'comment' ? <MessageSquareText className={icon} /> : <RecordIcon type={entry.kind} className={icon} />;
  switch (entry.source) {
    case 'import':
      return <FileUp className={icon} />;
    case 'sync':
      return <RefreshCw className={icon} />;
    case 'run':
      return <Bot className={icon} />;
    case 'undo':
      return <RotateCcw className={icon} />;
    case 'message':
      return <MessageSquareText className={icon} />;
    default:
      return <PencilLine className={icon} />;
  }
}

const tones: Partial<Record<EntryKind, string>> = { interaction: 'text-green-text', task: 'text-accent-text', objection: 'text-red-text', feedback: 'text-teal-text' };

function useUndoable(recordId: string) {
  const sets = useQuery({ queryKey: keys.changeSetList({ record: recordId }), queryFn: () => changeSets.list(`?record_id=${recordId}&limit=100`) });
  const byId = new Map(sets.data?.data.map((s): [string, ChangeSet] => [s.id, s]));
  return (entry: TimelineEntry) => {
    const set = entry.changeSetId ? byId.get(entry.changeSetId) : undefined;
    if (set) return { undoable: (set.status === 'applied' || set.status === 'partly_applied') && !set.undone_by, undone: set.status === 'undone' };
    return { undoable: entry.changeSetId !== null && entry.source !== 'undo', undone: false };
  };
}

function Entry({ entry, owner, state }: { entry: TimelineEntry; owner: string; state: { undoable: boolean; undone: boolean } }) {
  const formats = useFormats();
  const mayUndo = can(useSession().data, 'changeset.decide');
  const elsewhere = entry.record && entry.record.id !== owner && entry.kind !== 'comment' ? recordPath(entry.record.type, entry.record.id) : null;
  const midday = entry.at.endsWith('T12:00:00Z');
  return (
    <li className="group relative pl-8">
      <span aria-hidden className={cn('absolute left-0 top-[5px] grid size-[22px] place-items-center rounded-full border border-line bg-raised text-fg-3', tones[entry.kind], entry.source === 'run' && 'text-violet-text')}>
        <SourceIcon entry={entry} />
      </span>
      <div className="flex min-h-8 items-baseline gap-2 py-1.5">
        <span className={cn('min-w-0 flex-1 break-words text-fg-2', state.undone && 'line-through')}>
          {entry.by && <b className="font-medium text-fg">{entry.by}</b>}{entry.by && ' · '}
          {elsewhere ? <Link href={elsewhere} className="text-fg underline decoration-line-strong underline-offset-2 hover:decoration-fg">{entry.text}</Link> : entry.text}
        </span>
        {state.undone && <span className="text-2xs text-fg-3">Undone</span>}
        {state.undoable && mayUndo && entry.changeSetId && (
          <UndoButton id={entry.changeSetId} label={`Undo: ${entry.text}`} className="-my-1 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 max-md:opacity-100" />
        )}
        <time dateTime={entry.at} title={midday ? undefined : formats.instant(entry.at)} className="num shrink-0 text-xs text-fg-3">{midday ? '' : formats.time(entry.at)}</time>
      </div>
      {entry.note && <p className="-mt-1 line-clamp-3 break-words pb-1.5 text-xs text-fg-3">{entry.kind === 'change' ? `“${entry.note}”` : entry.note}</p>}
    </li>
  );
}

function useDayLabel() {
  const formats = useFormats();
  const now = today(formats.timeZone);
  const before = today(formats.timeZone, new Date(Date.now() - 86_400_000));
  return {
    dayOf: (iso: string) => today(formats.timeZone, new Date(iso)),
    label: (day: string) => (day === now ? 'Today' : day === before ? 'Yesterday' : formats.date(day)),
  };
}

function Days({ entries, owner }: { entries: TimelineEntry[]; owner: string }) {
  const stateOf = useUndoable(owner);
  const { dayOf, label } = useDayLabel();
  return (
    <Card className="px-4 pb-2">
      {byDay(entries, dayOf).map(({ day, entries: list }) => (
        <section key={day} aria-label={label(day)}>
          <div aria-hidden className="flex h-9 items-end pb-1 text-2xs font-medium text-fg-3">{label(day)}</div>
          <ol>{list.map(entry => <Entry key={entry.key} entry={entry} owner={owner} state={stateOf(entry)} />)}</ol>
        </section>
      ))}
    </Card>
  );
}

/** The newest entries only, for an overview. */
export function LatestEntries({ type, id, count = 5 }: { type: RecordType; id: string; count?: number }) {
  const { entries, isPending, isError } = useTimeline(type, id);
  const [, setTab] = useTab('');
  const newest = [...entries].sort((a, b) => b.at.localeCompare(a.at)).slice(0, count);
  return (
    <section aria-label="Timeline">
      <SectionTitle className="mb-2" aside={<Button data-edge variant="ghost" size="xs" onClick={() => setTab('timeline')}>All activity<ArrowRight /></Button>}>Timeline</SectionTitle>
      {isPending && <SkeletonRows rows={3} />}
      {isError && <p className="text-sm text-fg-3">Could not be read.</p>}
      {!isPending && !isError && newest.length === 0 && <p className="text-sm text-fg-3">Nothing has happened yet.</p>}
      {newest.length > 0 && <Days entries={newest} owner={id} />}
    </section>
  );
}

/** What happened, day by day. Each change can be taken back where it stands. */
export function Timeline({ type, id }: { type: RecordType; id: string }) {
  const { entries, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTimeline(type, id);
  const [only, setOnly] = useState<EntryKind | null>(null);
  if (isPending) return <SkeletonRows />;
  if (isError) return <ErrorState error={error} retry={() => void refetch()} />;
  const shown = only ? entries.filter(e => e.kind === only) : entries;
  const present = new Set(entries.map(e => e.kind));
  return (
    <div className="mx-auto flex max-w-[860px] flex-col gap-3 p-5 max-md:p-3.5">
      <div role="group" aria-label="Show" className="hide-scroll flex gap-1 overflow-x-auto">
        {filters.filter(([kind]) => kind === null || present.has(kind)).map(([kind, name]) => (
          <button
            key={name}
            type="button"
            aria-pressed={only === kind}
            onClick={() => setOnly(kind)}
            className={cn('h-7 shrink-0 rounded-md px-2.5 text-xs font-medium text-fg-2 hover:bg-hover max-md:h-9', only === kind && 'bg-active text-fg')}
          >
            {name}
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={History} title="Nothing has happened yet">What people write, change and import shows up here.</EmptyState>
      ) : (
        <Days entries={shown} owner={id} />
      )}
      {hasNextPage && <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show older</Button>}
    </div>
  );
}
