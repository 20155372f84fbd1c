import { Swords } from 'lucide-react';
import type { RecordRef } from '@/lib/records-api';
import { Link } from './link';

/** Who else is asked for an offer, each with the way to what we know of them. */
export function BattleLinks({ competitors }: { competitors: RecordRef[] }) {
  return competitors.map(c => (
    <Link key={c.id} href={`/context/battle/${c.id}`} title={`Battle card: ${c.title}`} className="inline-flex h-5 max-w-full items-center gap-1 rounded-sm border border-line bg-raised px-1.5 text-2xs font-medium text-fg-2 hover:border-line-strong hover:text-fg max-md:h-7">
      <Swords aria-hidden className="size-3 shrink-0 text-fg-3" /><span className="truncate">{c.title}</span>
    </Link>
  ));
}
