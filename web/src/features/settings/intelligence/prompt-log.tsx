'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { SettingsFrame } from '../settings-frame';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { sourceLabels } from '@/features/intake/inbox-api';
import { VirtualList } from '@/features/intake/virtual-list';
import { searchRecords } from '@/features/records/field/search-records';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { noFilter, promptQuery, type PromptFilter } from './prompt-filter';

const channels = Object.entries(sourceLabels).map(([value, label]) => ({ value, label }));
const about = [
  { field: 'company_id', type: 'company', plural: 'companies', label: 'Account' },
  { field: 'contact_id', type: 'contact', plural: 'contacts', label: 'Contact' },
  { field: 'deal_id', type: 'deal', plural: 'deals', label: 'Deal' },
] as const;
const page = 50;

/** Every text that came in, word for word, with whom and what it was about. */
export function PromptLog() {
  const session = useSession().data;
  const people = usePeople().data ?? [];
  const [filter, setFilter] = useState(noFilter);
  const [chosen, setChosen] = useState<Record<string, ComboOption | null>>({});
  const set = (part: Partial<PromptFilter>) => setFilter({ ...filter, ...part });
  const wanted = useDeferredValue(JSON.stringify(promptQuery(filter) ?? null));
  const found = useInfiniteQuery({
    queryKey: ['prompt-log', wanted],
    queryFn: ({ pageParam, signal }) => records.query('user_prompt_logs', { filter: promptQuery(filter), sort: ['-created_at'], limit: page, cursor: pageParam || undefined }, { signal }),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
    enabled: can(session, 'user_prompt_log.read'),
  });
  const logs = found.data?.pages.flatMap(p => p.data) ?? [];
  const filtered = promptQuery(filter) !== undefined;
  return (
    <SettingsFrame title="Prompt log" lead="Every text that came in, word for word, and what it was about. What was made of each stands in the inbox." permission="user_prompt_log.read" wide>
      <div role="group" aria-label="Filter" className="mb-3 grid grid-cols-4 gap-2 max-md:grid-cols-2 max-sm:grid-cols-1">
        <Input type="search" aria-label="Words" placeholder="Words of the text" className="col-span-2 max-sm:col-span-1" value={filter.text} onChange={e => set({ text: e.target.value })} />
        <Select aria-label="Channel" placeholder="Every channel" options={channels} value={filter.interaction_type} onChange={e => set({ interaction_type: e.target.value })} />
        <Select aria-label="Employee" placeholder="Everybody" options={people.map(p => ({ value: p.id, label: p.name }))} value={filter.employee_id} onChange={e => set({ employee_id: e.target.value })} />
        {about.map(a => (
          <Combobox
            key={a.field}
            label={a.label}
            placeholder={`Any ${a.label.toLowerCase()}`}
            value={chosen[a.field] ?? null}
            options={(typed, signal) => searchRecords(a.type, typed, signal)}
            onChange={option => {
              setChosen({ ...chosen, [a.field]: option });
              set({ [a.field]: option?.value ?? '' });
            }}
          />
        ))}
        <Input type="search" aria-label="Name of the employee" placeholder="Name of the employee" value={filter.employee_name} onChange={e => set({ employee_name: e.target.value })} />
        {(['from', 'to'] as const).map(end => (
          <label key={end} className="flex items-center gap-2 text-xs text-fg-3"><span className="w-8">{end === 'from' ? 'From' : 'To'}</span><DateInput value={filter[end]} onChange={day => set({ [end]: day })} /></label>
        ))}
        {filtered && <Button variant="ghost" className="justify-self-start" onClick={() => (setFilter(noFilter), setChosen({}))}>Show all</Button>}
      </div>
      {found.isPending && <SkeletonRows rows={5} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && logs.length === 0 && <Card><EmptyState icon={ScrollText} title={filtered ? 'Nothing fits' : 'No texts yet'}>{filtered ? 'No text meets all of the conditions.' : 'What people write in the chat, by mail, in forms or through the API stands here word for word.'}</EmptyState></Card>}
      {logs.length > 0 && (
        <Card className="overflow-hidden">
          <VirtualList label="Texts" className="max-h-[60dvh]" items={logs} keyOf={l => l.id} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}>
            {log => <LogLine log={log} />}
          </VirtualList>
        </Card>
      )}
    </SettingsFrame>
  );
}

const word = (value: unknown) => (typeof value === 'string' ? value : '');

function LogLine({ log }: { log: AnyRecord }) {
  const format = useFormats();
  const [open, setOpen] = useState(false);
  const refs = about.flatMap(a => {
    const ref = log._refs?.[a.field];
    return ref && !Array.isArray(ref) ? [{ ...a, ref }] : [];
  });
  const channel = word(log.interaction_type);
  return (
    <div className="px-4 py-2">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md text-left">
        <span className="min-w-0 flex-1 basis-60 leading-[18px]">
          <span className="block truncate text-sm">{word(log.excerpt) || log.title}</span>
          <span className="block truncate text-xs text-fg-3">{[format.instant(log.created_at), word(log.employee_name), ...refs.map(r => r.ref.title)].filter(Boolean).join(' · ')}</span>
        </span>
        <Badge>{sourceLabels[channel] ?? channel}</Badge>
      </button>
      {open && (
        <div className="mt-2 flex flex-col gap-2 text-sm">
          <p className="rounded-lg bg-subtle px-3 py-2 break-words whitespace-pre-wrap">{word(log.raw_input) || word(log.excerpt)}</p>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
            <Link href={`/inbox?id=${log.id}`} className="font-medium text-accent-text hover:underline">What was made of it</Link>
            {refs.map(r => <Link key={r.field} href={recordPath(r.type, r.ref.id, r.plural)} className="font-medium text-accent-text hover:underline">{r.label}: {r.ref.title}</Link>)}
          </p>
        </div>
      )}
    </div>
  );
}
