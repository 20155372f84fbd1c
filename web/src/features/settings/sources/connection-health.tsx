'use client';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { reasonText, sourceKeys, sources, sum, type HealthDay } from './sources-api';

const told = (counts: Record<string, number>) => Object.entries(counts).map(([reason, count]) => `${reasonText(reason)} ${count}`).join(', ');

/** Each day of a source: what came in, and where it went. */
export function ConnectionHealth({ id }: { id: string }) {
  const found = useQuery({ queryKey: sourceKeys.health(id), queryFn: () => sources.health(id), refetchInterval: 10_000 });
  if (found.isPending) return <SkeletonRows rows={2} />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.data.days.length === 0) return <p className="text-sm text-fg-3">Nothing has come in during the last 14 days.</p>;
  return (
    <>
      <p role="status" className="flex items-center gap-2 text-sm">
        {found.data.adds_up ? <CircleCheck aria-hidden className="size-4 text-green-text" /> : <CircleAlert aria-hidden className="size-4 text-red-text" />}
        {found.data.adds_up ? 'Every message is accounted for.' : 'Some messages are not accounted for.'}
      </p>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Messages by day">
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-xs text-fg-3">
              {['Day', 'Received', 'Stored', 'Left out', 'Failed', 'Waiting', 'Source says'].map(title => <th key={title} scope="col" className="py-1 pr-4 font-medium whitespace-nowrap">{title}</th>)}
            </tr>
          </thead>
          <tbody>{found.data.days.map(day => <DayRow key={day.day} day={day} />)}</tbody>
        </table>
      </div>
    </>
  );
}

function DayRow({ day }: { day: HealthDay }) {
  const format = useFormats();
  return (
    <tr className="border-t align-top">
      <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">{format.date(day.day)}</th>
      <td className="num py-1 pr-4">{format.number(day.received)}{day.missing > 0 && <span className="block text-xs text-red-text">{format.number(day.missing)} missing</span>}</td>
      <td className="num py-1 pr-4">{format.number(day.stored)}</td>
      <td className="py-1 pr-4"><span className="num">{format.number(sum(day.excluded))}</span><span className="block text-xs text-fg-3">{told(day.excluded)}</span></td>
      <td className="py-1 pr-4"><span className="num">{format.number(sum(day.failed))}</span><span className="block text-xs text-fg-3">{told(day.failed)}</span></td>
      <td className="num py-1 pr-4">{format.number(day.waiting)}</td>
      <td className="num py-1 pr-4">{day.announced === null ? '–' : format.number(day.announced)}</td>
    </tr>
  );
}
