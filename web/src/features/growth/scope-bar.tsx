'use client';
import { DateInput } from '@/components/ui/date-input';
import { Select } from '@/components/ui/select';
import { useFormats } from '@/lib/format';
import { FilterMenu } from './filter-menu';
import type { Grain, Vocabulary } from './journeys-api';
import { grainNames } from './names';
import { againsts, comparedWith, presets, type Against, type Preset } from './period';
import { periodIn, type ScopeState } from './scope';

interface BarProps {
  state: ScopeState;
  now: string;
  vocabulary: Vocabulary | undefined;
  onChange: (part: Partial<ScopeState>) => void;
  /** Without a choice of whose journeys count. */
  fixedGrain?: boolean;
  noCompare?: boolean;
}

/** Which events count: the period, what it is compared with, whose journeys, and filters. */
export function ScopeBar({ state, now, vocabulary, onChange, fixedGrain, noCompare }: BarProps) {
  const format = useFormats();
  const period = periodIn(state, now);
  const against = noCompare ? undefined : comparedWith(period, state.against, now);
  const days = ({ from, to }: { from: string; to: string }) => `${format.date(from)} to ${format.date(to)}`;
  return (
    <div role="group" aria-label="What counts" className="flex shrink-0 flex-wrap items-center gap-2 border-b px-5 py-2 max-md:px-3.5">
      <Select
        aria-label="Period"
        className="w-40 max-md:w-full [&_select]:max-md:h-11"
        value={state.period}
        onChange={e => {
          const value = e.target.value as Preset;
          onChange(value === 'custom' ? { period: value, ...period } : { period: value, from: undefined, to: undefined });
        }}
        options={presets}
      />
      {state.period === 'custom' && (
        <span className="flex items-center gap-1.5">
          <DateInput aria-label="From" value={period.from} max={period.to} onChange={from => from && onChange({ from })} className="w-36" />
          <DateInput aria-label="To" value={period.to} min={period.from} onChange={to => to && onChange({ to })} className="w-36" />
        </span>
      )}
      {!noCompare && <Select aria-label="Compared with" className="w-44 max-md:w-full [&_select]:max-md:h-11" value={state.against} onChange={e => onChange({ against: e.target.value as Against })} options={againsts.map(a => ({ value: a.value, label: a.value === 'none' ? a.label : `vs ${a.label.toLowerCase()}` }))} />}
      {!fixedGrain && <Select aria-label="Whose journeys" className="w-28 max-md:w-full [&_select]:max-md:h-11" value={state.grain} onChange={e => onChange({ grain: e.target.value as Grain })} options={Object.entries(grainNames).map(([value, label]) => ({ value, label }))} />}
      <FilterMenu where={state.where} vocabulary={vocabulary} onChange={where => onChange({ where })} />
      <span className="num ml-auto text-xs text-fg-3 max-lg:ml-0 max-lg:w-full">{days(period)}{against && ` · compared with ${days(against)}`}</span>
    </div>
  );
}
