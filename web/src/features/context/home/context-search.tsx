'use client';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Card } from '@/components/ui/card';
import { inputStyle } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { Link } from '@/components/link';
import { Marked } from '@/components/marked';
import { cn } from '@/lib/cn';
import { recordPath } from '@/lib/record-routes';
import { matchOf, search, titleMatch, type SearchAnswer } from '@/lib/search-api';
import { useShortcuts } from '@/lib/shortcuts';
import { entryType } from '../names';

const most = 20;

async function find(q: string, signal: AbortSignal): Promise<SearchAnswer> {
  const typed = await search.query({ q, types: [entryType], limit: most, mode: 'type' }, { signal });
  return typed.groups.length > 0 ? typed : search.query({ q, types: [entryType], limit: most }, { signal });
}

/** Looks through all that is known, by its words and by what it means. */
export function ContextSearch() {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const found = useQuery({ queryKey: ['search', 'context', q], queryFn: ({ signal }) => find(q, signal), enabled: q.length > 1, placeholderData: before => before, staleTime: 5_000 });
  useShortcuts({ '/': () => document.getElementById('find-context')?.focus() });
  const hits = found.data?.groups[0]?.hits ?? [];
  return (
    <div role="search" className="relative">
      <Search aria-hidden className="pointer-events-none absolute left-3 top-1/2 size-4 -translate-y-1/2 text-fg-3" />
      <input
        id="find-context"
        type="search"
        aria-label="Search in context"
        placeholder="Search in everything we know…"
        value={text}
        onChange={e => setText(e.target.value)}
        onKeyDown={e => {
          if (e.key === 'Escape') setText('');
          if (e.key === 'ArrowDown') {
            e.preventDefault();
            document.querySelector<HTMLElement>('#found-context a')?.focus();
          }
        }}
        className={cn(inputStyle, 'h-10 pl-9 max-md:h-11')}
      />
      {q.length > 1 && text.trim().length > 1 && (
        <Card id="found-context" aria-label="Found" className="absolute inset-x-0 top-full z-20 mt-1.5 max-h-[60dvh] overflow-y-auto bg-raised shadow-e3">
          {found.isPending && <SkeletonRows rows={3} />}
          {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} className="py-6" />}
          {found.data && hits.length === 0 && <p role="status" className="px-4 py-3 text-sm text-fg-3">Nothing of what we know fits “{q}”.</p>}
          <ul className="divide-y">
            {hits.map(hit => {
              const match = matchOf(hit);
              return (
                <li key={hit.id}>
                  <Link
                    href={recordPath(entryType, hit.id)}
                    onKeyDown={e => {
                      if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
                      e.preventDefault();
                      const all = [...document.querySelectorAll<HTMLElement>('#found-context a')];
                      const at = all.indexOf(e.currentTarget) + (e.key === 'ArrowDown' ? 1 : -1);
                      (all[at] ?? document.getElementById('find-context'))?.focus();
                    }}
                    className="block px-4 py-2 -outline-offset-2 hover:bg-subtle focus:bg-active"
                  >
                    <span className="flex items-baseline gap-2">
                      <span className="min-w-0 truncate text-sm font-medium"><Marked text={hit.title} ranges={titleMatch(hit)?.ranges} /></span>
                      {hit.subtitle && <span className="shrink-0 text-xs text-fg-3">{hit.subtitle}</span>}
                    </span>
                    {match && <span className="block truncate text-xs text-fg-2"><Marked text={match.text} ranges={match.ranges} /></span>}
                  </Link>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
    </div>
  );
}
