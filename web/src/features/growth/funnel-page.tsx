'use client';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn, Download, Filter, Link2, Table2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { BehindDialog, type BehindAsked } from './behind-dialog';
import { eventName } from './event-picker';
import { saveCsv, savePng } from './export';
import { FunnelChart } from './funnel-chart';
import { FunnelEditor } from './funnel-editor';
import { firstFunnel, isReady, questionOf, usablePresets, type FunnelState } from './funnel-state';
import { GroupTable, StepTable } from './funnel-table';
import { GrowthFrame } from './growth-frame';
import { journeys, type FunnelAnswer, type Vocabulary } from './journeys-api';
import { Marks } from './marks';
import { grainNames, valueName } from './names';
import { ScopeBar } from './scope-bar';
import { useToday, useVocabulary } from './scope';
import { useUrlState } from './use-url-state';

/** Which steps people take, how many get through, and who does not. */
export function FunnelPage() {
  const now = useToday();
  const [state, change] = useUrlState<FunnelState>(firstFunnel);
  const vocabulary = useVocabulary(state, now);
  if (!state) return <GrowthFrame><SkeletonRows /></GrowthFrame>;
  const presets = usablePresets(vocabulary.data);
  return (
    <GrowthFrame actions={<Actions state={state} now={now} />} bar={<ScopeBar state={state} now={now} vocabulary={vocabulary.data} onChange={change} />}>
      {vocabulary.error ? <ErrorState error={vocabulary.error} retry={() => void vocabulary.refetch()} /> : (
        <div className="mx-auto grid max-w-[1280px] grid-cols-[300px_minmax(0,1fr)] gap-5 p-5 max-lg:grid-cols-1 max-md:p-3.5">
          <div className="flex flex-col gap-4">
            <Card className="flex flex-col gap-4 p-4">
              {vocabulary.isPending ? <Skeleton className="w-2/3" /> : <FunnelEditor state={state} vocabulary={vocabulary.data} onChange={change} />}
            </Card>
            {presets.length > 0 && (
              <section aria-label="Begin with" className="flex flex-col gap-1">
                <h2 className="px-1 text-xs font-medium text-fg-3">Begin with</h2>
                {presets.map(p => (
                  <button key={p.name} type="button" onClick={() => change({ ...p.state, exclusions: [], breakdown: [] })} className="rounded-lg px-2.5 py-1.5 text-left hover:bg-hover max-md:min-h-11">
                    <span className="block text-sm font-medium">{p.name}</span>
                    <span className="block text-xs text-fg-3">{p.text}</span>
                  </button>
                ))}
              </section>
            )}
          </div>
          <Result state={state} now={now} vocabulary={vocabulary.data} onChange={change} />
        </div>
      )}
    </GrowthFrame>
  );
}

interface ResultProps {
  state: FunnelState;
  now: string;
  vocabulary: Vocabulary | undefined;
  onChange: (part: Partial<FunnelState>) => void;
}

function useFunnel(state: FunnelState, now: string) {
  const question = questionOf(state, now);
  return useQuery<FunnelAnswer>({ queryKey: ['journeys', 'funnel', question], queryFn: ({ signal }) => journeys.funnel(question, signal), enabled: isReady(state), placeholderData: before => before });
}

function Result({ state, now, vocabulary, onChange }: ResultProps) {
  const format = useFormats();
  const chart = useRef<SVGSVGElement>(null);
  const [asked, setAsked] = useState<BehindAsked | null>(null);
  const found = useFunnel(state, now);
  const noun = grainNames[state.grain].toLowerCase();
  if (!isReady(state)) {
    return (
      <Card className="grid min-h-80 place-items-center">
        <EmptyState icon={Filter} title="Choose the steps">Add the events that come one after the other, or begin with one of the funnels on the left.</EmptyState>
      </Card>
    );
  }
  if (found.error) return <Card><ErrorState error={found.error} retry={() => void found.refetch()} /></Card>;
  if (!found.data) return <Card><SkeletonRows rows={8} /></Card>;
  const { groups, left_out, open, window_open } = found.data.funnel;
  const one = groups.find(() => state.breakdown.length === 0) ?? groups[0];
  const name = (values: string[]) => values.map((v, i) => { const d = state.breakdown[i] ?? ''; return valueName(d, v, vocabulary?.values[d]?.find(k => k.value === v)?.label, format.country); }).join(', ') || 'All';
  const show = (step: number, reached: boolean) => {
    const event = eventName(state.steps[step - 1] ?? {});
    setAsked({ title: reached ? `${grainNames[state.grain]} that got to “${event}”` : `${grainNames[state.grain]} that went no further than “${event}”`, funnel: questionOf(state, now), step, reached });
  };
  const empty = groups.every(g => (g.steps[0]?.entities ?? 0) === 0);
  const broken = state.breakdown.length > 0;
  return (
    <div className={cn('flex min-w-0 flex-col gap-4 transition-opacity', found.isPlaceholderData && 'opacity-60')} aria-busy={found.isFetching}>
      <Card aria-label="Result" className="min-w-0 overflow-hidden">
        <header className="flex flex-wrap items-center gap-2 border-b px-4 py-2.5">
          <h2 className="text-sm font-semibold">{one && !empty && !broken ? <>{format.number(one.steps.at(-1)?.entities ?? 0)} of {format.number(one.steps[0]?.entities ?? 0)} {noun} got to the end</> : broken ? 'By group' : 'Nobody began'}</h2>
          <Marks whole={found.data.whole} open={open} windowOpen={window_open} />
          <div className="ml-auto flex gap-1">
            <Button variant="ghost" size="icon" aria-label="Chart" aria-pressed={state.view === 'chart'} className="aria-pressed:bg-active aria-pressed:text-fg max-md:size-11" onClick={() => onChange({ view: 'chart' })}><ChartColumn /></Button>
            <Button variant="ghost" size="icon" aria-label="Table" aria-pressed={state.view === 'table'} className="aria-pressed:bg-active aria-pressed:text-fg max-md:size-11" onClick={() => onChange({ view: 'table' })}><Table2 /></Button>
            <Menu label="Export" align="end" trigger={<Button variant="ghost" size="icon" aria-label="Export" className="max-md:size-11"><Download /></Button>}>
              <MenuItem onSelect={() => saveCsv('funnel', rows(state, found.data, name))}>Figures as CSV</MenuItem>
              <MenuItem disabled={!chart.current} onSelect={() => chart.current && void savePng('funnel', chart.current)}>Chart as PNG</MenuItem>
            </Menu>
          </div>
        </header>
        {empty ? (
          <EmptyState icon={Filter} title={`No ${noun} began in this period`}>Choose a longer period, take a filter away, or count another kind: {Object.values(grainNames).filter(g => g !== grainNames[state.grain]).join(' or ').toLowerCase()}.</EmptyState>
        ) : broken ? (
          <GroupTable steps={state.steps} groups={groups} name={name} />
        ) : state.view === 'table' ? (
          <StepTable steps={state.steps} groups={groups} name={name} onOpen={show} />
        ) : (
          one && <div className="p-5"><FunnelChart ref={chart} steps={state.steps} group={one} noun={noun} onOpen={show} /></div>
        )}
        {left_out > 0 && <p role="status" className="border-t px-4 py-2 text-xs text-fg-3">{format.number(left_out)} smaller groups are not shown.</p>}
      </Card>
      {broken && !empty && <p className="px-1 text-xs text-fg-3">The rate of each group is tested against that of all others together, with all groups tested at once. Groups of fewer than 30 are grey.</p>}
      <BehindDialog asked={asked} onClose={() => setAsked(null)} />
    </div>
  );
}

function rows(state: FunnelState, answer: FunnelAnswer, name: (values: string[]) => string) {
  const head = ['group', 'step', 'event', 'entities', 'rate_of_step_before', 'rate_of_first', 'entities_before', 'p_value', 'median_seconds'];
  return [head, ...answer.funnel.groups.flatMap(g => g.steps.map((s, i) => [name(g.values), i + 1, eventName(state.steps[i] ?? {}), s.entities, s.rate, s.rate_from_start, s.before, s.differs, s.from_previous?.median ?? null]))];
}

function Actions({ state, now }: { state: FunnelState; now: string }) {
  const ready = isReady(state);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      toast.ok('The link is copied. Whoever opens it sees this question with what they may see.');
    } catch {
      toast.error('The browser did not let it be copied. Copy the address yourself.');
    }
  };
  return <Button key={now} disabled={!ready} onClick={() => void copy()} className="max-md:h-11"><Link2 /><span className="max-sm:sr-only">Copy link</span></Button>;
}
