'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { SettingsFrame } from '../settings-frame';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DateInput } from '@/components/ui/date-input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { VirtualList } from '@/features/intake/virtual-list';
import { useFormats } from '@/lib/format';
import { usePeople } from '@/lib/session';
import { instants, intelligence, intelligenceKeys, outcomes, outcomeText, type ModelCall } from './intelligence-api';

/** Every call of the model, with what it cost and what came of it. */
export function ModelCalls() {
  const people = usePeople().data ?? [];
  const [filter, setFilter] = useState({ person_id: '', outcome: '', from: '', to: '' });
  const set = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part });
  const asked = { ...filter, ...instants(filter.from, filter.to) };
  const found = useInfiniteQuery({
    queryKey: intelligenceKeys.calls(asked),
    queryFn: ({ pageParam }) => intelligence.calls(asked, pageParam),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
  });
  const calls = found.data?.pages.flatMap(p => p.data) ?? [];
  const all = found.data?.pages[0]?.scope === 'all';
  return (
    <SettingsFrame title="Calls of the model" lead={all ? 'Every call of this workspace. Secrets are masked.' : 'The calls that your own messages have led to.'} wide>
      <div role="group" aria-label="Filter" className="mb-3 flex flex-wrap gap-2">
        {all && <Select aria-label="Person" className="w-44 max-sm:w-full" placeholder="Everybody" options={people.map(p => ({ value: p.id, label: p.name }))} value={filter.person_id} onChange={e => set({ person_id: e.target.value })} />}
        <Select aria-label="What came of it" className="w-44 max-sm:w-full" placeholder="Whatever came of it" options={outcomes.map(value => ({ value, label: outcomeText(value) }))} value={filter.outcome} onChange={e => set({ outcome: e.target.value })} />
        <span className="w-36 max-sm:flex-1"><DateInput aria-label="From" value={filter.from} onChange={from => set({ from })} /></span>
        <span className="w-36 max-sm:flex-1"><DateInput aria-label="To" value={filter.to} onChange={to => set({ to })} /></span>
      </div>
      {found.isPending && <SkeletonRows rows={4} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && calls.length === 0 && <Card><EmptyState icon={ScrollText} title="No calls">Each call of a language model stands here.</EmptyState></Card>}
      {calls.length > 0 && (
        <Card className="overflow-hidden">
          <VirtualList label="Calls" className="max-h-[60dvh]" items={calls} keyOf={c => c.id} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}>
            {call => <CallLine call={call} />}
          </VirtualList>
        </Card>
      )}
    </SettingsFrame>
  );
}

function CallLine({ call }: { call: ModelCall }) {
  const format = useFormats();
  const [open, setOpen] = useState(false);
  const whole = useQuery({ queryKey: intelligenceKeys.call(call.id), queryFn: () => intelligence.call(call.id), enabled: open });
  const facts = [`${format.number(call.input_tokens)} in, ${format.number(call.output_tokens)} out`, call.cost && `${call.cost} ${call.currency ?? ''}`, `${format.number(call.ms)} ms`, call.attempts > 1 && `${call.attempts} attempts`];
  return (
    <div className="px-4 py-2">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md text-left">
        <span className="min-w-0 flex-1 basis-60 leading-[18px]">
          <span className="block truncate text-sm font-medium">{call.prompt}, version {call.prompt_version} · {call.model}</span>
          <span className="block truncate text-xs text-fg-3">{[format.instant(call.at), call.person?.name, ...facts].filter(Boolean).join(' · ')}</span>
        </span>
        <Badge tone={call.outcome === 'answered' ? 'green' : 'amber'}>{outcomeText(call.outcome)}</Badge>
      </button>
      {open && (
        <div className="mt-2 flex flex-col gap-2 text-xs">
          <p className="text-fg-2">{call.outcome_text} {call.prompt_log_id && <Link href={`/inbox?id=${call.prompt_log_id}`} className="font-medium text-accent-text hover:underline">The message</Link>}</p>
          {whole.data?.request != null && <pre tabIndex={0} className="max-h-60 overflow-auto rounded-lg bg-subtle p-3 whitespace-pre-wrap">{JSON.stringify(whole.data.request, null, 2)}</pre>}
          {whole.data?.response && <pre tabIndex={0} className="max-h-60 overflow-auto rounded-lg bg-subtle p-3 whitespace-pre-wrap">{whole.data.response}</pre>}
          {whole.data && whole.data.request == null && <p className="text-fg-3">The texts of this call are not kept.</p>}
        </div>
      )}
    </div>
  );
}
