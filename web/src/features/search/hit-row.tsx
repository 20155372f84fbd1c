import { Sparkles } from 'lucide-react';
import { Link } from '@/components/link';
import { Marked } from '@/components/marked';
import { RecordIcon } from '@/components/record-icon';
import { cn } from '@/lib/cn';
import { recordPath } from '@/lib/record-routes';
import { matchOf, titleMatch, type Hit } from '@/lib/search-api';

interface HitRowProps {
  hit: Hit;
  plural?: string;
  at: number;
  active: boolean;
}

/** One thing that was found: its name and what matched. */
export function HitRow({ hit, plural, at, active }: HitRowProps) {
  const match = matchOf(hit);
  const title = titleMatch(hit);
  return (
    <li data-hit={at} className={cn('relative flex min-h-12 items-center gap-3 px-3.5 py-1.5 text-sm hover:bg-subtle', active && 'bg-active')}>
      <RecordIcon type={hit.type} className="size-4 shrink-0 text-fg-3" />
      <span className="min-w-0 flex-1 leading-[18px]">
        <Link href={recordPath(hit.type, hit.id, plural)} className="block truncate font-medium text-fg after:absolute after:inset-0">
          <Marked text={hit.title} ranges={title?.ranges} />
        </Link>
        {match ? (
          <span className="block truncate text-xs text-fg-2"><span className="text-fg-3">{match.label}: </span><Marked text={match.text} ranges={match.ranges} /></span>
        ) : (
          hit.subtitle && <span className="block truncate text-xs text-fg-3">{hit.subtitle}</span>
        )}
      </span>
      {hit.via === 'meaning' && <span className="flex shrink-0 items-center gap-1 text-2xs text-violet-text" title="None of these words, but something alike"><Sparkles aria-hidden className="size-3" />Similar</span>}
      {match && hit.subtitle && <span className="max-w-[30%] shrink-0 truncate text-xs text-fg-3 max-md:hidden">{hit.subtitle}</span>}
    </li>
  );
}
