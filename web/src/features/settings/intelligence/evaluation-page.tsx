'use client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChartNoAxesColumn, GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { SettingsFrame } from '../settings-frame';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { SelectField } from '@/components/ui/select-field';
import { DateInput } from '@/components/ui/date-input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { VirtualList } from '@/features/intake/virtual-list';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { intelligence, intelligenceKeys, percent, weeks, type Example, type Figures } from './intelligence-api';

const engines: Record<string, string> = { embedded: 'Embedded engine', model: 'With the language model' };

/** How much of what was written has stayed, by what people put right themselves. */
export function EvaluationPage() {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [kind, setKind] = useState('');
  const format = useFormats();
  const found = useQuery({ queryKey: intelligenceKeys.evaluation(from, to), queryFn: () => intelligence.evaluation(from, to) });
  const told = found.data;
  return (
    <SettingsFrame
      title="Evaluation"
      lead="Measured on your own corrections: a value counts as right while nobody has put it right, taken it back or refused it."
      permission="intake.read"
      wide
      aside={<div role="group" aria-label="Period" className="flex gap-2"><Day name="From" value={from} onChange={setFrom} /><Day name="To" value={to} onChange={setTo} /></div>}
    >
      {found.isPending && <SkeletonRows rows={4} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {told && told.total.written === 0 && <Card><EmptyState icon={ChartNoAxesColumn} title="Nothing to measure yet">As soon as messages have been understood, this page shows how much of what was written has stayed.</EmptyState></Card>}
      {told && told.total.written > 0 && (
        <div className="flex flex-col gap-6">
          <dl className="grid grid-cols-6 gap-3 max-md:grid-cols-3">
            {([['Right', percent(told.total.accuracy, format.locale)], ['Messages', format.number(told.total.messages ?? 0)], ['Asked', format.number(told.total.asked ?? 0)], ['Values written', format.number(told.total.written)], ['Put right', format.number(told.total.corrected)], ['Taken back', format.number(told.total.undone)]] as const).map(([name, value]) => (
              <div key={name} className="rounded-xl border border-line bg-raised px-3 py-2 shadow-e1"><dt className="text-xs text-fg-3">{name}</dt><dd className="num text-lg font-semibold">{value}</dd></div>
            ))}
          </dl>
          <div className="flex flex-col gap-2">
            <SelectField label="Kind over time" className="w-56" value={kind} onChange={setKind} options={[{ value: '', label: 'All kinds' }, ...told.by_entity.map(r => ({ value: r.entity, label: r.label }))]} />
            <Table title="Over time" first="Week of" rows={weeks(told, kind).map(r => ({ ...r, name: format.date(r.week) }))} />
          </div>
          <Table title="By kind" first="Kind" rows={told.by_entity.map(r => ({ ...r, name: r.label }))} />
          <Table title="By field" first="Field" rows={told.by_field.map(r => ({ ...r, name: `${r.label}, ${r.entity.replaceAll('_', ' ')}` }))} />
          <Table title="By engine" first="Engine" rows={told.by_engine.map(r => ({ ...r, name: engines[r.engine] ?? r.engine }))} />
        </div>
      )}
      <Examples />
    </SettingsFrame>
  );
}

function Day({ name, value, onChange }: { name: string; value: string; onChange: (day: string) => void }) {
  return <label className="w-36 text-2xs text-fg-3">{name}<DateInput value={value} onChange={onChange} /></label>;
}

function Table({ title, first, rows }: { title: string; first: string; rows: (Figures & { name: string })[] }) {
  const format = useFormats();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <Card className="overflow-x-auto" tabIndex={0} role="region" aria-label={`${title}, table`}>
        <table className="w-full text-sm">
          <thead><tr className="text-left text-xs text-fg-3">{[first, 'Right', '', 'Written', 'Put right', 'Taken back', 'Refused'].map((h, i) => <th key={i} scope="col" className="px-3 py-1.5 font-medium whitespace-nowrap">{h || <span className="sr-only">Share</span>}</th>)}</tr></thead>
          <tbody>
            {rows.map(r => (
              <tr key={r.name} className="border-t">
                <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">{r.name}</th>
                <td className="num px-3 py-1.5 font-medium">{percent(r.accuracy, format.locale)}</td>
                <td className="w-40 px-3 py-1.5"><span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-hover"><span className="block h-full rounded-full bg-green" style={{ width: `${(r.accuracy ?? 0) * 100}%` }} /></span></td>
                {[r.written, r.corrected, r.undone, r.refused].map((n, i) => <td key={i} className="num px-3 py-1.5">{format.number(n)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </section>
  );
}

/** What corrections have taught, each of which can be taken out of use. */
function Examples() {
  const found = useInfiniteQuery({
    queryKey: intelligenceKeys.examples,
    queryFn: ({ pageParam }) => intelligence.examples(pageParam),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
  });
  const examples = found.data?.pages.flatMap(p => p.data) ?? [];
  return (
    <section aria-label="Learned" className="mt-6">
      <SectionTitle>Learned from corrections</SectionTitle>
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && examples.length === 0 && <Card><EmptyState icon={GraduationCap} title="Nothing learned yet">Put right a value in the inbox, and the next message is read accordingly.</EmptyState></Card>}
      {examples.length > 0 && (
        <Card className="overflow-hidden">
          <VirtualList label="Examples" className="max-h-[50dvh]" items={examples} keyOf={e => e.id} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}>
            {example => <ExampleLine example={example} />}
          </VirtualList>
        </Card>
      )}
    </section>
  );
}

const plain = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

export function ExampleLine({ example }: { example: Example }) {
  const client = useQueryClient();
  const session = useSession().data;
  const mine = can(session, 'llm.manage') || example.person?.id === session?.person.id;
  const act = useMutation({
    mutationFn: (): Promise<unknown> => (example.active ? intelligence.forget(example.id) : intelligence.restore(example.id)),
    onError: toast.error,
    onSettled: () => client.invalidateQueries({ queryKey: intelligenceKeys.examples }),
  });
  const [open, setOpen] = useState(false);
  const right = example.record?.title ?? plain(example.right);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <span className="min-w-0 flex-1 basis-60 leading-[18px]">
        <span className="block truncate text-sm font-medium">“{example.text}”{right && <> means {right}</>}</span>
        <span className="block truncate text-xs text-fg-3">{[example.kind_text, example.person?.name].filter(Boolean).join(' · ')}</span>
        {open && <Uses example={example} />}
      </span>
      {mine && example.used > 0 && <Button size="xs" variant="ghost" aria-expanded={open} aria-label={`Where “${example.text}” was used`} onClick={() => setOpen(!open)}>Used {example.used === 1 ? 'once' : `${example.used} times`}</Button>}
      {!example.active && <Badge>Not used</Badge>}
      {mine && <Button size="xs" variant="ghost" busy={act.isPending} aria-label={`${example.active ? 'Do not use' : 'Use again'} “${example.text}”`} onClick={() => act.mutate()}>{example.active ? 'Do not use' : 'Use again'}</Button>}
    </div>
  );
}

/** The messages whose reading it changed. */
function Uses({ example }: { example: Example }) {
  const format = useFormats();
  const found = useQuery({ queryKey: intelligenceKeys.uses(example.id), queryFn: () => intelligence.uses(example.id) });
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <span className="block text-xs text-fg-3">Looking for messages</span>;
  return (
    <ul aria-label="Messages it was used for" className="flex flex-wrap gap-x-3 pt-0.5">
      {found.data.map(use => <li key={use.message_id}><Link href={`/inbox?id=${use.message_id}`} className="text-xs font-medium text-accent-text hover:underline">Message of {format.instant(use.at)}</Link></li>)}
      {found.data.length === 0 && <li className="text-xs text-fg-3">None of these messages is kept.</li>}
    </ul>
  );
}
