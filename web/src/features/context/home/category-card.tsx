import { ArrowUpRight } from 'lucide-react';
import { Link } from '@/components/link';
import { Dot } from '@/components/ui/badge';
import { useFormats } from '@/lib/format';
import type { Tone } from '@/lib/tone';
import { about, categoryPath, type Category } from '../categories';
import type { Status } from '../entry/status-actions';
import { listOf, type Part } from './home-data';

const shown: [Status, string, Tone][] = [['live', 'live', 'green'], ['in_review', 'in review', 'amber'], ['draft', 'draft', 'neutral'], ['expired', 'expired', 'red']];

interface CategoryCardProps {
  category: Category;
  part: Part | undefined;
  /** Who changed it last, and when. */
  last?: string;
}

export function CategoryCard({ category, part, last }: CategoryCardProps) {
  const format = useFormats();
  const { icon: Icon, label, text } = about[category];
  return (
    <li className="group relative flex min-h-36 flex-col rounded-xl border border-line bg-raised p-4 shadow-e1 transition-[border-color,box-shadow] hover:border-line-strong hover:shadow-e2">
      <div className="flex items-center gap-2">
        <Icon aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
        <h3 className="min-w-0 flex-1 truncate text-sm font-semibold">
          <Link href={categoryPath(category)} className="after:absolute after:inset-0 after:rounded-xl">{label}</Link>
        </h3>
        <ArrowUpRight aria-hidden className="size-4 text-fg-3 opacity-0 transition-opacity group-hover:opacity-100" />
      </div>
      <p className="mt-1 text-xs leading-[17px] text-fg-3">{text}</p>
      <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 pt-3 text-xs">
        {!part?.entries && <span className="text-fg-3">Empty</span>}
        {shown.filter(([status]) => part?.by_status[status]).map(([status, name, tone]) => (
          <Link key={status} href={listOf(category, { field: 'status', op: 'in', value: [status] })} className="num relative z-10 flex items-center gap-1.5 rounded-xs text-fg-2 hover:text-fg hover:underline">
            <Dot tone={tone} /><span className="font-medium text-fg">{format.number(part?.by_status[status] ?? 0)}</span> {name}
          </Link>
        ))}
      </div>
      {last && <p className="mt-1.5 truncate text-2xs text-fg-3">{last}</p>}
    </li>
  );
}
