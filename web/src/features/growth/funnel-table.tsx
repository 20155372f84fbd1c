'use client';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { eventName } from './event-picker';
import { certainty, duration, isCertain, percent, points } from './figures';
import type { EventTest, FunnelGroup } from './journeys-api';

interface TableProps {
  steps: EventTest[];
  groups: FunnelGroup[];
  name: (values: string[]) => string;
  onOpen?: (step: number, reached: boolean) => void;
}

const head = 'px-3 py-2 text-left text-2xs font-medium text-fg-3';
const figure = 'num px-3 py-2 text-right whitespace-nowrap';

/** One funnel step by step. */
export function StepTable({ steps, groups, onOpen }: TableProps) {
  const format = useFormats();
  const group = groups[0];
  if (!group) return null;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Steps as a table">
      <table className="w-full text-sm">
        <thead className="border-b">
          <tr>
            <th scope="col" className={head}>Step</th>
            {['Reached', 'Of the step before', 'Of the first', 'Before', 'Change', 'Median time', 'Nine in ten within'].map(h => <th key={h} scope="col" className={cn(head, 'text-right')}>{h}</th>)}
          </tr>
        </thead>
        <tbody className="divide-y">
          {group.steps.map((step, i) => (
            <tr key={i} className={cn(step.few && 'text-fg-3')}>
              <th scope="row" className="px-3 py-2 text-left font-medium">{i + 1}. {eventName(steps[i] ?? {})}</th>
              <td className={figure}>{onOpen ? <button type="button" className="min-h-6 font-medium text-accent-text hover:underline max-md:min-h-11 max-md:min-w-11" onClick={() => onOpen(i + 1, true)}>{format.number(step.entities)}</button> : format.number(step.entities)}</td>
              <td className={figure}>{percent(step.rate, format.locale, step.few)}</td>
              <td className={figure}>{percent(step.rate_from_start, format.locale, step.few)}</td>
              <td className={figure}>{step.rate_before != null ? percent(step.rate_before, format.locale) : step.before != null ? format.number(step.before) : '–'}</td>
              <td className={cn(figure, isCertain(step.differs) && ((step.rate ?? 0) >= (step.rate_before ?? 0) ? 'text-green-text' : 'text-red-text'))} title={certainty(step.differs)}>{points(step.rate, step.rate_before, format.locale) ?? '–'}</td>
              <td className={figure}>{duration(step.from_previous?.median)}</td>
              <td className={figure}>{duration(step.from_previous?.p90)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Several groups beside each other: how far each got, drawn towards all where little stands behind it. */
export function GroupTable({ steps, groups, name }: TableProps) {
  const format = useFormats();
  const best = Math.max(0.0001, ...groups.map(g => g.rate ?? 0));
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Groups as a table">
      <table className="w-full text-sm">
        <thead className="border-b">
          <tr>
            <th scope="col" className={head}>Group</th>
            {steps.map((step, i) => <th key={i} scope="col" className={cn(head, 'text-right')}>{eventName(step)}</th>)}
            <th scope="col" className={cn(head, 'text-right')}>First to last</th>
            <th scope="col" className={cn(head, 'text-right')} title="Drawn towards the rate of all, the more the fewer there are">Shrunk</th>
            <th scope="col" className={head}>Against the others</th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {groups.map(group => {
            const few = (group.steps[0]?.entities ?? 0) < 30;
            return (
              <tr key={group.values.join('|')} className={cn(few && 'text-fg-3')}>
                <th scope="row" className="max-w-56 truncate px-3 py-2 text-left font-medium">{name(group.values)}</th>
                {group.steps.map((step, i) => <td key={i} className={figure}>{format.number(step.entities)}</td>)}
                <td className={figure}>
                  <span className="inline-flex items-center gap-2">
                    <span aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-active"><span className={cn('block h-full rounded-full', few ? 'bg-fg-3' : 'bg-accent')} style={{ width: `${((group.rate ?? 0) / best) * 100}%` }} /></span>
                    <span className="w-12 font-medium">{percent(group.rate, format.locale, few)}</span>
                  </span>
                </td>
                <td className={figure}>{percent(group.shrunk, format.locale)}</td>
                <td className="px-3 py-2 text-xs whitespace-nowrap text-fg-3">{groups.length < 2 ? '–' : few ? 'too few to say' : certainty(group.differs)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
