'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History as HistoryIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useMemo } from 'react';
import { Link } from '@/components/link';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { fieldText } from '@/features/records/field/field-text';
import { useFormats, type Formats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord, type HistoryEntry } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import { entryPlural, entryType } from '../context-api';
import { detailText, words, type Details } from './details';
import { DiffText } from './diff-text';
import { Restore } from './restore';
import { same } from './merge';

interface EntryHistoryProps {
  type: RecordType;
  record: AnyRecord;
  mayEdit: boolean;
}

/** Every version with who, when and why, the words that went and came, and a way back. */
export function EntryHistory({ type, record, mayEdit }: EntryHistoryProps) {
  const format = useFormats();
  const people = usePeople().data;
  const names = useMemo(() => new Map(people?.map(p => [p.id, p.name])), [people]);
  const history = useInfiniteQuery({
    queryKey: keys.history(entryType, record.id),
    queryFn: ({ pageParam }) => records.history(entryPlural, record.id, pageParam || undefined),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
  });
  if (history.isPending) return <SkeletonRows />;
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  const entries = history.data.pages.flatMap(p => p.data);
  if (entries.length === 0) return <EmptyState icon={HistoryIcon} title="No history yet">Every version of this entry will stand here.</EmptyState>;
  const refs = Object.values(record._refs ?? {}).flat().flatMap(r => r ?? []);
  const nameOf = (id: string) => names.get(id) ?? refs.find(r => r.id === id)?.title;
  return (
    <div className="mx-auto w-full max-w-[860px] px-5 py-4 max-md:px-3.5">
      <ol aria-label="Versions">
        {entries.map(e => <Version key={`${e.version}-${e.at}`} entry={e} type={type} record={record} format={format} nameOf={nameOf} mayEdit={mayEdit} />)}
      </ol>
      {history.hasNextPage && <Button className="mt-3" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>Older versions</Button>}
    </div>
  );
}

interface VersionProps {
  entry: HistoryEntry;
  type: RecordType;
  record: AnyRecord;
  format: Formats;
  nameOf: (id: string) => string | undefined;
  mayEdit: boolean;
}

function Version({ entry, type, record, format, nameOf, mayEdit }: VersionProps) {
  const path = usePathname();
  const who = entry.user_name ?? 'Windrose';
  const first = entry.version === 1;
  const now = entry.version === record.version;
  return (
    <li className="relative flex gap-3 pb-6 before:absolute before:bottom-0 before:left-[11px] before:top-7 before:w-px before:bg-line last:before:hidden">
      <Avatar name={who} size={23} decorative />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <span className="font-medium">{who}</span>
          <span className="text-fg-3">{first ? 'wrote it' : entry.changed_fields.length === 0 ? entry.summary : 'changed it'}</span>
          <Badge tone={now ? 'green' : 'neutral'}>Version {entry.version}{now && ', current'}</Badge>
          <Link href={`${path}?as_of=${encodeURIComponent(entry.at)}`} title={`Show as of ${format.instant(entry.at)}`} className="text-xs text-fg-3 hover:text-fg hover:underline"><time dateTime={entry.at}>{format.ago(entry.at)}</time></Link>
          {!now && mayEdit && <span className="ml-auto"><Restore record={record} version={entry.version} /></span>}
        </div>
        {!first && entry.summary && entry.changed_fields.length > 0 && <p className="text-xs text-fg-3">{entry.summary}</p>}
        {!first && (
          <ul className="mt-1.5 flex flex-col gap-2">
            {entry.changed_fields.map(name => (
              <li key={name} className="text-sm">
                <Change name={name} before={entry.previous_values?.[name]} after={entry.new_values?.[name]} type={type} format={format} nameOf={nameOf} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

type ChangeProps = Pick<VersionProps, 'type' | 'format' | 'nameOf'> & { name: string; before: unknown; after: unknown };

function Change({ name, before, after, type, format, nameOf }: ChangeProps) {
  const field = fieldOf(type, name);
  if (name === 'details') return <DetailChanges before={(before ?? {}) as Details} after={(after ?? {}) as Details} />;
  const long = field?.kind === 'long_text';
  const text = (value: unknown) => (long ? String(value ?? '') : field ? fieldText(field, value, format, nameOf) : detailText(value));
  return (
    <div className={long ? 'rounded-lg border border-line bg-subtle px-3 py-2' : 'flex flex-wrap items-baseline gap-x-2'}>
      <span className="text-xs text-fg-3">{field?.label ?? words(name)}</span>
      <span className={long ? 'mt-1 block leading-[21px] break-words whitespace-pre-wrap' : 'min-w-0 break-words'}><DiffText before={text(before)} after={text(after)} short={long} /></span>
    </div>
  );
}

function DetailChanges({ before, after }: { before: Details; after: Details }) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(n => !same(before[n], after[n]));
  return names.map(name => (
    <div key={name} className="mb-1.5 rounded-lg border border-line bg-subtle px-3 py-2 last:mb-0">
      <span className="text-xs text-fg-3">{words(name)}</span>
      <span className="mt-0.5 block leading-[21px] break-words whitespace-pre-wrap"><DiffText before={detailText(before[name])} after={detailText(after[name])} short /></span>
    </div>
  ));
}
