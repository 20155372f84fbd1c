'use client';
import { TrendingDown, TrendingUp } from 'lucide-react';
import type { Ref } from 'react';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { eventName } from './event-picker';
import { certainty, duration, isCertain, percent, points } from './figures';
import type { EventTest, FunnelGroup, FunnelStep } from './journeys-api';

interface ChartProps {
  steps: EventTest[];
  group: FunnelGroup;
  noun: string;
  onOpen: (step: number, reached: boolean) => void;
  ref?: Ref<SVGSVGElement>;
}

const height = 190;
const width = 168;
const gap = 44;

/** How many got to each step: bars, and between them who went on and who did not. */
export function FunnelChart({ steps, group, noun, onOpen, ref }: ChartProps) {
  const format = useFormats();
  const first = Math.max(1, group.steps[0]?.entities ?? 0, group.steps[0]?.before ?? 0);
  const total = steps.length * width + (steps.length - 1) * gap;
  const bar = (entities: number) => (entities === 0 ? 0 : Math.max(2, (entities / first) * height));
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Funnel">
      <div style={{ width: total }} className="flex flex-col">
        <svg ref={ref} width={total} height={height + 4} aria-hidden className="block overflow-visible">
          {group.steps.map((step, i) => {
            const x = i * (width + gap);
            const next = group.steps[i + 1];
            const y = height - bar(step.entities);
            return (
              <g key={i}>
                {step.before != null && <rect x={x} y={height - bar(step.before)} width={width} height={bar(step.before)} rx={6} className="fill-none stroke-line-strong [stroke-dasharray:4_4]" strokeWidth={1.5} />}
                <rect x={x} y={y} width={width} height={bar(step.entities)} rx={6} className="fill-accent transition-[y,height] duration-500" />
                {next && <path d={`M${x + width} ${y} L${x + width + gap} ${height - bar(next.entities)} V${height} H${x + width} Z`} className="fill-accent-soft transition-[d] duration-500" />}
                {next && next.rate != null && <text x={x + width + gap / 2} y={height - 8} textAnchor="middle" fontSize={12} fontWeight={600} className="fill-accent-text">{percent(next.rate, format.locale, next.few)}</text>}
              </g>
            );
          })}
          <line x1={0} x2={total} y1={height + 0.5} y2={height + 0.5} className="stroke-line-strong" />
        </svg>
        <ol className="mt-3 flex" style={{ gap }}>
          {group.steps.map((step, i) => (
            <li key={i} style={{ width }} className="min-w-0">
              <p className="truncate text-sm font-semibold" title={eventName(steps[i] ?? {})}>{i + 1}. {eventName(steps[i] ?? {})}</p>
              <button type="button" onClick={() => onOpen(i + 1, true)} className="num block min-h-6 text-left text-xl font-semibold hover:text-accent-text max-md:min-h-11">
                {format.number(step.entities)}<span className="sr-only"> {noun} got here; show them</span>
              </button>
              <Against step={step} />
              {i > 0 && step.from_previous && <p className="num mt-1 text-xs text-fg-3" title={`A tenth within ${duration(step.from_previous.p10)}, nine tenths within ${duration(step.from_previous.p90)}`}>Median {duration(step.from_previous.median)} after the step before</p>}
              {i < group.steps.length - 1 && (
                <button type="button" onClick={() => onOpen(i + 1, false)} className="num mt-1 min-h-6 text-left text-xs text-fg-2 underline decoration-line-strong underline-offset-2 hover:text-fg max-md:min-h-11">
                  {format.number(step.entities - (group.steps[i + 1]?.entities ?? 0))} went no further
                </button>
              )}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** What a step was in the other period, and whether the difference may be chance. */
export function Against({ step }: { step: FunnelStep }) {
  const format = useFormats();
  const moved = points(step.rate, step.rate_before, format.locale);
  if (step.few) return <p className="text-xs text-fg-3">Fewer than 30: read it with care</p>;
  if (step.before == null) return null;
  if (moved == null) return <p className="num text-xs text-fg-3">{format.number(step.before)} before</p>;
  const up = (step.rate ?? 0) >= (step.rate_before ?? 0);
  const sure = isCertain(step.differs);
  const Icon = up ? TrendingUp : TrendingDown;
  return (
    <p className={cn('num flex items-center gap-1 text-xs', sure ? (up ? 'text-green-text' : 'text-red-text') : 'text-fg-3')} title={certainty(step.differs)}>
      <Icon aria-hidden className="size-3.5" />{moved}<span className="text-fg-3">{sure ? '' : ' may be chance'}</span>
      <span className="sr-only">: {certainty(step.differs)}</span>
    </p>
  );
}
