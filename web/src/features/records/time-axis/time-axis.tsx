'use client';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Minus, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { RecordIcon } from '@/components/record-icon';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { useStored } from '@/lib/browser-store';
import { cn } from '@/lib/cn';
import { today as todayIn, type Formats } from '@/lib/format';
import { lists } from '@/lib/lists-api';
import { fieldOf, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';
import { useShortcuts } from '@/lib/shortcuts';
import { toneOf, type Tone } from '@/lib/tone';
import { useNarrow } from '@/lib/use-media';
import { boardFields, usualDates } from '../layout-fields';
import { useLines } from '../list/use-records';
import { useRowKeys } from '../list/use-row-keys';
import { filterOf, type View } from '../view';
import { dayOf, pxPerDay, rangeOf, ticksOf, zooms, type Tick, type Zoom } from './scale';

interface TimeAxisProps {
  type: RecordType;
  view: View;
  total: number;
  format: Formats;
  people: Map<string, string>;
}

const rowHeight = 38;
const headHeight = 52;

const tones: Record<Tone, string> = {
  neutral: 'bg-hover border-line-strong text-fg',
  accent: 'bg-accent-soft border-accent/35 text-accent-text',
  green: 'bg-green-soft border-green/35 text-green-text',
  amber: 'bg-amber-soft border-amber/45 text-amber-text',
  red: 'bg-red-soft border-red/35 text-red-text',
  violet: 'bg-violet-soft border-violet/35 text-violet-text',
  teal: 'bg-teal-soft border-teal/35 text-teal-text',
};

/** First begin and last end of all that the view finds, for the length of the axis. */
function useExtent(type: RecordType, view: View, from: string, to: string) {
  const query = {
    filter: filterOf(view, type.title_field),
    measures: [{ op: 'min' as const, field: from }, { op: 'max' as const, field: to }, { op: 'max' as const, field: from }],
  };
  return useQuery({
    queryKey: keys.aggregate(type.name, query),
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const { measures } = (await lists.aggregate(type.plural, query, { signal })).total;
      const day = (name: string) => (typeof measures[name] === 'string' ? dayOf(measures[name]) : null);
      const ends = [day(`max(${to})`), day(`max(${from})`)].filter(d => d !== null);
      return { first: day(`min(${from})`), last: ends.length ? Math.max(...ends) : null };
    },
  });
}

/** Records as bars between two of their dates. */
export function TimeAxis({ type, view, total, format, people }: TimeAxisProps) {
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const names = narrow ? 128 : 260;
  const [zoom, setZoom] = useStored<Zoom>(`zoom:${type.name}`, 'month');
  const [from, to] = view.dates ?? usualDates(type);
  const extent = useExtent(type, view, from, to);
  const today = dayOf(todayIn(format.timeZone));
  const range = rangeOf(extent.data?.first ?? null, extent.data?.last ?? null, today, zoom);
  const px = pxPerDay[zoom];
  const width = Math.ceil((range.to - range.from) * px);
  const x = (day: number) => (day - range.from) * px;

  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8, scrollPaddingStart: headHeight });
  const items = virtual.getVirtualItems();
  // What ends last stands first, so that what is ahead is in sight and not what began years ago.
  const sorted = useMemo(() => (view.sort.length ? view : { ...view, sort: [`-${to}`] }), [view, to]);
  const lineAt = useLines(type, sorted, undefined, null, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  // Ticks are drawn for what is in sight, in steps, so that scrolling does not render at every pixel.
  const [seen, setSeen] = useState({ left: 0, width: 1200 });
  const look = () => {
    const el = scroller.current;
    if (!el) return;
    const next = { left: Math.floor(el.scrollLeft / 400) * 400, width: Math.ceil(el.clientWidth / 400) * 400 };
    setSeen(now => (now.left === next.left && now.width === next.width ? now : next));
  };
  const toToday = () => scroller.current?.scrollTo({ left: x(today) - ((scroller.current.clientWidth - names) / 3) });
  const ready = extent.data !== undefined || extent.error !== null;
  useLayoutEffect(() => {
    toToday();
    look();
    // Only a new scale moves the axis; new rows do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [zoom, ready, from]);
  useEffect(() => {
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  const ticks = ticksOf(range.from + Math.floor((seen.left - 400) / px), Math.min(range.to, range.from + Math.ceil((seen.left + seen.width + 400) / px)), zoom, format.locale);
  const inside = (t: Tick) => t.day >= range.from && t.day <= range.to;

  const open = (record: AnyRecord | undefined) => record && router.push(recordPath(type.name, record.id, type.plural));
  const spanOf = (record: AnyRecord) => {
    const day = (name: string) => (typeof record[name] === 'string' && record[name] ? dayOf(record[name]) : null);
    return { begin: day(from) ?? day(to), end: day(to) ?? day(from), open: !record[to] };
  };
  const { active, setActive } = useRowKeys({
    total,
    scrollTo: index => {
      virtual.scrollToIndex(index);
      const record = lineAt(index).record;
      const el = scroller.current;
      const begin = record && spanOf(record).begin;
      if (el && begin != null && (x(begin) < el.scrollLeft || x(begin) > el.scrollLeft + el.clientWidth - names)) el.scrollLeft = x(begin) - 80;
      el?.focus({ preventScroll: true });
    },
    open: index => open(lineAt(index).record),
    select: () => undefined,
    clear: () => undefined,
  });
  const step = (by: number) => setZoom(zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(zoom) + by))] ?? zoom);
  const slide = (by: number) => () => scroller.current?.scrollBy({ left: by * 240 });
  useShortcuts({ '+': () => step(-1), '-': () => step(1), t: toToday, ArrowLeft: slide(-1), ArrowRight: slide(1) });

  const colour = boardFields(type)[0];
  const label = (name: string) => fieldOf(type, name)?.label ?? (name === 'created_at' ? 'Created' : name === 'updated_at' ? 'Updated' : name);
  return (
    <>
      <div className="flex h-10 shrink-0 items-center gap-1.5 border-b px-3 text-xs text-fg-3">
        <span className="min-w-0 truncate px-1">{label(from)} to {label(to)}</span>
        <span className="flex-1" />
        <Button variant="ghost" size="xs" onClick={toToday}>Today</Button>
        <Button variant="ghost" size="xs" aria-label="Zoom out" disabled={zoom === 'year'} onClick={() => step(1)}><Minus /></Button>
        <span role="status" className="w-14 text-center text-fg-2">{zoom}</span>
        <Button variant="ghost" size="xs" aria-label="Zoom in" disabled={zoom === 'week'} onClick={() => step(-1)}><Plus /></Button>
      </div>
      <div
        ref={scroller}
        role="grid"
        aria-label={`${type.label_plural} on a time axis`}
        aria-rowcount={total}
        aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
        tabIndex={0}
        onScroll={look}
        onClick={e => {
          const link = (e.target as Element).closest('a');
          const index = Number((e.target as Element).closest('[data-index]')?.getAttribute('data-index') ?? -1);
          if (index >= 0) setActive(index);
          if (!link || e.metaKey || e.ctrlKey || e.shiftKey) return;
          e.preventDefault();
          open(lineAt(index).record);
        }}
        className={cn('relative min-h-0 flex-1 overflow-auto -outline-offset-2 [contain:strict]', active >= 0 && 'outline-none')}
      >
        <div className="relative" style={{ width: names + width, height: headHeight + virtual.getTotalSize() }}>
          <div aria-hidden className="sticky top-0 z-20 border-b bg-surface text-xs text-fg-3" style={{ height: headHeight, width: names + width }}>
            <span className="sticky left-0 z-10 block h-full border-r bg-surface" style={{ width: names }} />
            {ticks.major.map((t, i) => (
              <span key={t.day} className="absolute top-0 flex h-[26px] items-center overflow-hidden border-l pl-2 font-medium whitespace-nowrap text-fg-2" style={{ left: names + Math.max(0, x(t.day)), width: Math.max(0, x(ticks.major[i + 1]?.day ?? range.to) - Math.max(0, x(t.day))) }}>{t.label}</span>
            ))}
            {ticks.minor.filter(inside).map(t => <span key={t.day} className="num absolute top-[26px] flex h-[25px] items-center pl-2" style={{ left: names + x(t.day) }}>{t.label}</span>)}
          </div>
          <div aria-hidden className="absolute inset-y-0" style={{ top: headHeight, left: names, width }}>
            {ticks.minor.filter(inside).map(t => <span key={t.day} className="absolute inset-y-0 w-px bg-line/60" style={{ left: x(t.day) }} />)}
          </div>
          <div aria-hidden className="pointer-events-none absolute bottom-0 z-[5] w-px bg-accent" style={{ left: names + x(today), top: headHeight }}>
            <span className="absolute -left-[3px] -top-1 size-[7px] rounded-full bg-accent" />
          </div>
          <div role="rowgroup" className="absolute inset-x-0" style={{ top: headHeight }}>
            {items.map(item => {
              const record = lineAt(item.index).record;
              const span = record && spanOf(record);
              const choice = record && colour?.choices?.find(c => c.value === record[colour.name]);
              const title = record ? titleOf(record, type) : '';
              const person = record?.owner_id ? people.get(String(record.owner_id)) : undefined;
              const begin = span?.begin ?? null;
              const end = span?.end ?? begin;
              const words = begin === null ? 'no dates' : `${record?.[from] ? format.date(String(record[from])) : '…'} to ${record?.[to] ? format.date(String(record[to])) : '…'}`;
              return (
                <div
                  key={item.index}
                  role="row"
                  id={`row-${item.index}`}
                  aria-rowindex={item.index + 1}
                  data-index={item.index}
                  className={cn('group absolute flex border-b border-line/70 text-sm', item.index === active && 'bg-hover')}
                  style={{ height: rowHeight, width: names + width, transform: `translateY(${item.start}px)` }}
                >
                  <div role="rowheader" className={cn('sticky left-0 z-10 flex h-full shrink-0 items-center gap-2 border-r bg-surface px-4 max-md:px-2.5', item.index === active && 'bg-subtle shadow-[inset_2px_0_0_var(--accent)]')} style={{ width: names }}>
                    {record && (
                      <>
                        <RecordIcon type={type.name} className="size-4 shrink-0 text-fg-3 max-md:hidden" />
                        <a href={recordPath(type.name, record.id, type.plural)} tabIndex={-1} className="min-w-0 flex-1 truncate font-medium text-fg hover:underline">{title}</a>
                        {person && <span title={person} className="flex max-md:hidden"><Avatar name={person} size={18} decorative /></span>}
                      </>
                    )}
                  </div>
                  <div role="gridcell" className="relative h-full" style={{ width }} aria-label={record ? words : 'Loading'}>
                    {record && begin !== null && end !== null && (
                      <a
                        href={recordPath(type.name, record.id, type.plural)}
                        tabIndex={-1}
                        title={`${title}: ${words}${choice ? `, ${choice.label}` : ''}`}
                        className={cn('absolute top-[7px] flex h-6 min-w-2 items-center overflow-clip rounded-md border px-2 text-xs font-medium whitespace-nowrap hover:shadow-e2', tones[toneOf(choice?.tone)], span?.open && 'border-dashed')}
                        style={{ left: x(Math.min(begin, end)), width: Math.max(8, (Math.abs(end - begin) + 1) * px) }}
                      >
                        {(Math.abs(end - begin) + 1) * px > 44 && <span className="sticky truncate" style={{ left: names + 8 }}>{title}</span>}
                      </a>
                    )}
                  </div>
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </>
  );
}
