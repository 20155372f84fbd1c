'use client';
import { ChevronRight, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Dot } from '@/components/ui/badge';
import { Card, SectionTitle } from '@/components/ui/card';
import { labelOf } from '../category-names';
import type { Concern } from './home-data';

const few = 6;

/** What needs somebody, each with the way to where it is put right. */
export function Concerns({ concerns }: { concerns: Concern[] }) {
  const [all, setAll] = useState(false);
  return (
    <section>
      <SectionTitle className="mb-1.5">Needs attention{concerns.length > 0 && <span className="num ml-1.5 font-normal text-fg-3">{concerns.length}</span>}</SectionTitle>
      <Card className="overflow-hidden">
        {concerns.length === 0 && <p className="flex items-center gap-2 px-3.5 py-3 text-sm text-fg-3"><CircleCheck aria-hidden className="size-4 text-green-text" />Nothing has ended, waits, is missing or contradicts itself.</p>}
        <ul aria-label="Needs attention" className="divide-y">
          {(all ? concerns : concerns.slice(0, few)).map(c => (
            <li key={c.key}>
              <Link href={c.href} className="flex min-h-10 items-center gap-2.5 px-3.5 py-1.5 text-sm -outline-offset-2 hover:bg-subtle">
                <Dot tone={c.tone} />
                <span className="min-w-0 flex-1">{c.text}</span>
                <span className="shrink-0 text-xs text-fg-3 max-sm:hidden">{labelOf(c.category)}</span>
                <ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3" />
              </Link>
            </li>
          ))}
        </ul>
        {concerns.length > few && (
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)} className="h-9 w-full border-t text-xs font-medium text-fg-2 -outline-offset-2 hover:bg-subtle">{all ? 'Show fewer' : `Show all ${concerns.length}`}</button>
        )}
      </Card>
    </section>
  );
}
