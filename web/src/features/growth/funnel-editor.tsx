'use client';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { EventPicker, eventName } from './event-picker';
import type { FunnelState } from './funnel-state';
import type { Order, Vocabulary } from './journeys-api';
import { dimensionNames, dimensions } from './names';

const orders: { value: Order; label: string }[] = [
  { value: 'ordered', label: 'In this order' },
  { value: 'strict', label: 'In this order, nothing between' },
  { value: 'unordered', label: 'In any order' },
];
const windows = [1, 7, 14, 30, 90, 180, 365, 0].map(days => ({ value: String(days), label: days === 0 ? 'Without an end' : days === 1 ? 'Within a day' : `Within ${days} days` }));
const most = 12;
const tall = '[&_select]:max-md:h-11 [&_input]:max-md:h-11';

interface EditorProps {
  state: FunnelState;
  vocabulary: Vocabulary | undefined;
  onChange: (part: Partial<FunnelState>) => void;
}

/** The steps of a funnel and how they are counted. */
export function FunnelEditor({ state, vocabulary, onChange }: EditorProps) {
  const steps = state.steps;
  const put = (at: number, by: number) => {
    const next = [...steps];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange({ steps: next });
  };
  const breakdown = dimensions.filter(d => (vocabulary?.values[d] ?? []).length > 1);
  return (
    <section aria-label="Steps" className="flex flex-col gap-3">
      <ol className="flex flex-col gap-1.5">
        {steps.map((step, i) => (
          <li key={i} className="flex items-center gap-2">
            <span aria-hidden className="num grid size-6 shrink-0 place-items-center rounded-full bg-hover text-xs font-medium text-fg-2">{i + 1}</span>
            <EventPicker label={`Step ${i + 1}`} event={step} vocabulary={vocabulary} className={`min-w-0 flex-1 ${tall}`} onChange={event => onChange({ steps: steps.map((s, at) => (at === i ? event : s)) })} />
            <span className="flex">
              <Button variant="ghost" size="icon" className="max-md:hidden" disabled={i === 0} aria-label={`Move ${eventName(step)} up`} onClick={() => put(i, -1)}><ArrowUp /></Button>
              <Button variant="ghost" size="icon" className="max-md:hidden" disabled={i === steps.length - 1} aria-label={`Move ${eventName(step)} down`} onClick={() => put(i, 1)}><ArrowDown /></Button>
              <Button variant="ghost" size="icon" className="max-md:size-11" aria-label={`Remove ${eventName(step)}`} onClick={() => onChange({ steps: steps.filter((_, at) => at !== i) })}><Trash2 /></Button>
            </span>
          </li>
        ))}
      </ol>
      {steps.length < most && <Button className="self-start max-md:h-11" onClick={() => onChange({ steps: [...steps, { kinds: [] }] })}><Plus />Add a step</Button>}
      <div className="flex flex-col gap-2 border-t pt-3">
        <label className="text-xs font-medium text-fg-2">Order<Select className={`mt-1 ${tall}`} value={state.order} onChange={e => onChange({ order: e.target.value as Order })} options={orders} /></label>
        <label className="text-xs font-medium text-fg-2">Time from the first step<Select className={`mt-1 ${tall}`} value={String(state.window)} onChange={e => onChange({ window: Number(e.target.value) })} options={windows} /></label>
        <label className="text-xs font-medium text-fg-2">Told apart by<Select className={`mt-1 ${tall}`} placeholder="Nothing" value={state.breakdown[0] ?? ''} onChange={e => onChange({ breakdown: e.target.value ? [e.target.value] : [] })} options={breakdown.map(d => ({ value: d, label: dimensionNames[d] ?? d }))} /></label>
        {state.order === 'ordered' && steps.length > 1 && <Exclusions state={state} vocabulary={vocabulary} onChange={onChange} />}
      </div>
    </section>
  );
}

function Exclusions({ state, vocabulary, onChange }: EditorProps) {
  const all = state.exclusions;
  const between = state.steps.slice(1).map((_, i) => ({ value: String(i + 1), label: `between ${i + 1} and ${i + 2}` }));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-xs font-medium text-fg-2">Leave out whoever did between two steps</legend>
      {all.map((exclusion, i) => (
        <div key={i} className="flex items-center gap-1.5">
          <EventPicker label={`Exclusion ${i + 1}`} event={exclusion.event} vocabulary={vocabulary} className={`min-w-0 flex-1 ${tall}`} onChange={event => onChange({ exclusions: all.map((e, at) => (at === i ? { ...e, event } : e)) })} />
          <Select aria-label={`Where exclusion ${i + 1} holds`} className={`w-36 ${tall}`} value={String(exclusion.after)} onChange={e => onChange({ exclusions: all.map((x, at) => (at === i ? { ...x, after: Number(e.target.value) } : x)) })} options={between} />
          <Button variant="ghost" size="icon" className="max-md:size-11" aria-label={`Remove exclusion ${i + 1}`} onClick={() => onChange({ exclusions: all.filter((_, at) => at !== i) })}><Trash2 /></Button>
        </div>
      ))}
      <Button variant="ghost" size="xs" className="self-start max-md:h-11" onClick={() => onChange({ exclusions: [...all, { event: { kinds: [] }, after: 1 }] })}><Plus />Add an exclusion</Button>
    </fieldset>
  );
}
