'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowRight, History as HistoryIcon, Undo2 } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useMemo } from 'react';
import { Link } from '@/components/link';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { useUndo } from '@/lib/change-sets';
import { useFormats, type Formats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord, type HistoryEntry } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { fieldText } from '../field/field-text';
import { refsOf } from '../field/references';

/** What changed, by whom, from what to what; each change can be taken back. */
export function History({ type, record }: { type: RecordType; record: AnyRecord }) {
  const format = useFormats();
  const people = usePeople().data;
  const names = useMemo(() => new Map(people?.map(p => [p.id, p.name])), [people]);
  const history = useInfiniteQuery({
    queryKey: keys.history(type.name, record.id),
    queryFn: ({ pageParam }) => records.history(type.plural, record.id, pageParam || undefined),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
  });
  if (history.isPending) return <SkeletonRows />;
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  const entries = history.data.pages.flatMap(p => p.data);
  if (entries.length === 0) return <EmptyState icon={HistoryIcon} title="No history yet">Every change of this record will stand here.</EmptyState>;
  const allRefs = type.fields.flatMap(f => refsOf(record, f.name));
  const nameOf = (id: string) => names.get(id) ?? allRefs.find(r => r.id === id)?.title;
  return (
    <div className="max-w-[820px] px-5 py-4 max-md:px-4">
      <ol className="flex flex-col">
        {entries.map(e => <Entry key={`${e.version}-${e.at}`} entry={e} type={type} format={format} nameOf={nameOf} />)}
      </ol>
      {history.hasNextPage && <Button className="mt-3" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>Older changes</Button>}
    </div>
  );
}

interface EntryProps {
  entry: HistoryEntry;
  type: RecordType;
  format: Formats;
  nameOf: (id: string) => string | undefined;
}

const sourceText = (source: string | null | undefined) =>
  source === 'run' ? 'automatic' : source && !/^(person|api|web|ui)$/.test(source) ? source.replaceAll('_', ' ') : null;

/** The words a change rests on, where it names some. */
function quotesOf(evidence: unknown): string[] {
  return [evidence].flat().flatMap(e => {
    const quote = e && typeof e === 'object' ? (e as { quote?: unknown }).quote : null;
    return typeof quote === 'string' && quote.trim() ? [quote] : [];
  });
}

function Entry({ entry, type, format, nameOf }: EntryProps) {
  const path = usePathname();
  const undo = useUndo();
  const mayUndo = can(useSession().data, 'changeset.decide');
  const who = entry.user_name ?? 'Windrose';
  const first = entry.version === 1;
  const source = sourceText(entry.source);
  const run = () =>
    undo.mutate(entry.change_set_id ?? '', {
      onSuccess: () => toast.ok('Undone'),
      onError: toast.error,
    });
  return (
    <li className="relative flex gap-3 pb-5 before:absolute before:bottom-0 before:left-[11px] before:top-7 before:w-px before:bg-line last:before:hidden">
      <Avatar name={who} size={23} decorative />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
          <span className="font-medium">{who}</span>
          <span className="text-fg-3">{first ? `created this ${type.label.toLowerCase()}` : (entry.changed_fields.length === 0 ? entry.summary : 'changed')}</span>
          {entry.change_type === 'MAJOR' && !first && <Badge tone="accent">Major</Badge>}
          {source && <Badge>{source}</Badge>}
          <Link href={`${path}?as_of=${encodeURIComponent(entry.at)}`} title={`Show as of ${format.instant(entry.at)}`} className="text-xs text-fg-3 hover:text-fg hover:underline"><time dateTime={entry.at}>{format.ago(entry.at)}</time></Link>
          {entry.change_set_id && mayUndo && (
            <Button variant="ghost" size="xs" busy={undo.isPending} onClick={run} className="ml-auto" aria-label={`Undo the change of ${format.instant(entry.at)}`}><Undo2 />Undo</Button>
          )}
        </div>
        {!first && entry.summary && entry.changed_fields.length > 0 && <p className="text-xs text-fg-3">{entry.summary}</p>}
        {quotesOf(entry.evidence).map(quote => <blockquote key={quote} className="my-1 border-l-2 border-violet pl-2 text-sm text-fg-2">“{quote}”</blockquote>)}
        {entry.changed_fields.length > 0 && (
          <ul className="mt-1 flex flex-col gap-1 text-sm text-fg-2">
            {(first ? entry.changed_fields.slice(0, 8) : entry.changed_fields).map(name => {
              const field = fieldOf(type, name);
              return (
                <li key={name} className="flex flex-wrap items-baseline gap-x-1.5">
                  <span className="text-fg-3">{field?.label ?? name.replaceAll('_', ' ')}</span>
                  {!first && <span className="max-w-64 truncate text-fg-3 line-through decoration-line-strong">{fieldText(field, entry.previous_values?.[name], format, nameOf)}</span>}
                  {!first && <ArrowRight aria-label="to" role="img" className="size-3 self-center text-fg-3" />}
                  <span className="max-w-96 truncate font-medium text-fg">{fieldText(field, entry.new_values?.[name], format, nameOf)}</span>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </li>
  );
}
