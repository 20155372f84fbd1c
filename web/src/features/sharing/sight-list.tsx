'use client';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { isDenied, isMissing, messageOf } from '@/lib/problem';
import { usePeople } from '@/lib/session';
import { bySight, useSight, type Sight } from './sharing-api';

const words = { write: ['Changes it', 'green'], read: ['Sees it', 'accent'], none: ['Does not see it', 'neutral'] } as const;

/** Who sees the record, and by which rule, team, territory or share. */
export function SightList({ type, plural, id }: { type: string; plural: string; id: string }) {
  const sight = useSight(type, plural, id);
  const people = usePeople().data ?? [];
  const [all, setAll] = useState(false);
  if (isDenied(sight.error) || isMissing(sight.error)) return null;
  const name = (s: Sight) => (typeof s.person === 'string' ? (people.find(p => p.id === s.person)?.name ?? 'Somebody') : s.person.name);
  const list = bySight(sight.data ?? [], name);
  return (
    <section aria-label="Who can see this, and why">
      <h3 className="mb-1 text-sm font-semibold">Who can see this, and why</h3>
      {sight.isPending && <Skeleton className="w-1/2" />}
      {sight.error && <p className="text-sm text-red-text">{messageOf(sight.error)}</p>}
      <ul className="divide-y">
        {list.slice(0, all ? undefined : 8).map(s => (
          <li key={name(s) + (typeof s.person === 'string' ? s.person : s.person.id)} className="flex items-start gap-2.5 py-2 text-sm">
            <Avatar name={name(s)} size={22} decorative className={s.level === 'none' ? 'opacity-40' : undefined} />
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-2">{name(s)}<Badge tone={words[s.level][1]}>{words[s.level][0]}</Badge></span>
              {s.reasons.map(r => <span key={r.code + r.text} className="block text-xs text-fg-3">{r.text}</span>)}
            </span>
          </li>
        ))}
      </ul>
      {list.length > 8 && !all && <Button variant="ghost" size="xs" onClick={() => setAll(true)}>All {list.length} people</Button>}
    </section>
  );
}
