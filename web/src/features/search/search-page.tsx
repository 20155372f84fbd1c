'use client';
import { Search as SearchIcon, SearchX, X } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { PageHeader } from '@/components/page-header';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Kbd } from '@/components/ui/kbd';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { FilterBuilder } from '@/features/records/list/filter-builder';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { Hit, SearchAnswer, SearchGroup } from '@/lib/search-api';
import { usePeople } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { HitRow } from './hit-row';
import { readState, useGroups, useOneType, useSettled, writeState, type SearchState } from './use-search';

const nameOf = (g: Pick<SearchGroup, 'type' | 'label' | 'label_plural'>) => (g.type === 'company' ? 'Accounts' : (g.label_plural ?? g.label));

/** Everything the workspace knows, by words, beginnings and meaning. */
export function SearchPage() {
  const path = usePathname();
  const params = useSearchParams();
  const router = useRouter();
  const [state, setState] = useState(() => readState(params));
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const types = useTypes().data;
  const people = usePeople().data ?? [];
  const format = useFormats();
  const q = useSettled(state.q, 120);
  const asked = { ...state, q };
  const groups = useGroups(asked);
  const one = useOneType(asked);
  const change = (part: Partial<SearchState>) => {
    setState({ ...state, ...part });
    setAt(-1);
  };
  useEffect(() => {
    const address = path + writeState(state);
    if (address !== location.pathname + location.search) window.history.replaceState(null, '', address);
  }, [path, state]);
  useShortcuts({ '/': () => input.current?.select() });

  const type = types?.find(t => t.name === state.type);
  const single = state.type !== null && state.q.trim() !== '';
  const found = single ? one : groups;
  const shown: SearchGroup[] = single ? joined(one.data?.pages ?? []) : (groups.data?.groups ?? []).filter(g => state.type === null || g.type === state.type);
  const hits = shown.flatMap(g => g.hits);
  const notice = single ? one.data?.pages[0]?.notice : groups.data?.notice;
  const open = (hit: Hit | undefined) => hit && router.push(recordPath(hit.type, hit.id, types?.find(t => t.name === hit.type)?.plural));
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      const next = Math.max(-1, Math.min(hits.length - 1, at + (e.key === 'ArrowDown' ? 1 : -1)));
      setAt(next);
      list.current?.querySelector(`[data-hit="${next}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (e.key === 'Enter' && !e.nativeEvent.isComposing) {
      e.preventDefault();
      if (at >= 0) open(hits[at]);
      else change({ full: true });
    } else if (e.key === 'Escape' && state.q) {
      change({ q: '', full: false });
    }
  };
  const tabs = tabsOf(groups.data, state.type, state.type && types ? types.find(t => t.name === state.type) : undefined);
  let index = -1;
  return (
    <>
      <PageHeader title="Search" />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[860px] flex-col gap-4 px-5 py-5 max-md:px-3.5">
          <div role="search" className="flex h-11 items-center gap-2.5 rounded-xl border border-line bg-raised px-3.5 shadow-e1 focus-within:border-accent">
            <SearchIcon aria-hidden className="size-4 shrink-0 text-fg-3" />
            <input
              ref={input}
              autoFocus
              aria-label="Search for"
              placeholder="Names, words from notes and calls, mails, numbers"
              autoComplete="off"
              maxLength={500}
              value={state.q}
              onChange={e => change({ q: e.target.value, full: false })}
              onKeyDown={onKeyDown}
              className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-fg-3 max-md:text-[16px]"
            />
            {state.q ? <Button variant="ghost" size="icon" aria-label="Clear" onClick={() => { change({ q: '', full: false }); input.current?.focus(); }}><X /></Button> : <span aria-hidden><Kbd>/</Kbd></span>}
          </div>
          <div className="flex flex-wrap items-center gap-1">
            {tabs.length > 1 && (
              <div role="group" aria-label="Record types" className="hide-scroll flex min-w-0 gap-1 overflow-x-auto">
                {tabs.map(t => (
                  <Button key={t.type ?? ''} variant={state.type === t.type ? 'soft' : 'ghost'} aria-pressed={state.type === t.type} onClick={() => change({ type: t.type, filter: null })}>
                    {t.label}{t.count !== null && <span className={cn('num', state.type === t.type ? 'text-fg-2' : 'text-fg-3')}>{t.count}</span>}
                  </Button>
                ))}
              </div>
            )}
            {type && state.q.trim() && <FilterBuilder key={type.name} type={type} filter={state.filter} onChange={filter => change({ filter })} format={format} people={people} />}
            <p role="status" className="num ml-auto text-xs text-fg-3">
              {found.isFetching ? 'Searching…' : state.q.trim() && groups.data ? `${hits.length === 1 ? '1 result' : `${hits.length} results`} shown` : ''}
            </p>
          </div>
          {notice && <p role="status" className="rounded-lg bg-amber-soft px-3 py-2 text-sm text-amber-text">{notice}</p>}
          <div ref={list} aria-busy={found.isFetching} className={cn('flex flex-col gap-5', found.isPlaceholderData && 'opacity-60')}>
            {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : found.isPending ? <SkeletonRows /> : hits.length === 0 ? <Nothing state={state} onFull={() => change({ full: true })} /> : shown.map(group => (
              <section key={group.type} aria-label={nameOf(group)}>
                <SectionTitle
                  className="mb-1"
                  aside={!single && state.q.trim() && (group.more || (group.total ?? group.hits.length + 1) > group.hits.length) && group.hits.length > 4 && (
                    <Button variant="ghost" size="xs" onClick={() => change({ type: group.type })}>All {nameOf(group).toLowerCase()}</Button>
                  )}
                >
                  {nameOf(group)} <span className="num ml-1 font-normal text-fg-3">{group.total === null ? '' : `${format.number(group.total)}${group.more ? '+' : ''}`}</span>
                </SectionTitle>
                <Card className="overflow-hidden">
                  <ul className="divide-y">
                    {group.hits.map(hit => {
                      const i = ++index;
                      return <HitRow key={hit.id} hit={hit} at={i} active={i === at} plural={types?.find(t => t.name === hit.type)?.plural} />;
                    })}
                  </ul>
                </Card>
              </section>
            ))}
            {single && one.hasNextPage && <div><Button busy={one.isFetchingNextPage} onClick={() => void one.fetchNextPage()}>More</Button></div>}
          </div>
          <p aria-hidden className="flex flex-wrap items-center gap-x-4 gap-y-1 text-2xs text-fg-3 max-md:hidden">
            <span className="flex items-center gap-1"><Kbd>↑</Kbd><Kbd>↓</Kbd> move</span>
            <span className="flex items-center gap-1"><Kbd>↵</Kbd> open, or search for other spellings and meaning</span>
          </p>
        </div>
      </div>
    </>
  );
}

function Nothing({ state, onFull }: { state: SearchState; onFull: () => void }) {
  if (!state.q.trim()) return <EmptyState icon={SearchIcon} title="Search the whole workspace">Two letters are enough. What you opened last stands here.</EmptyState>;
  return (
    <EmptyState icon={SearchX} title="Nothing was found" action={!state.full && <Button onClick={onFull}>Search for other spellings and meaning</Button>}>
      {state.filter ? 'Nothing meets the filter and these words.' : 'Fewer words find more. Records that you may not see are not searched.'}
    </EmptyState>
  );
}

/** Pages of one type as one group. */
function joined(pages: SearchAnswer[]): SearchGroup[] {
  const first = pages[0]?.groups[0];
  return first ? [{ ...first, hits: pages.flatMap(p => p.groups[0]?.hits ?? []) }] : [];
}

interface TypeTab {
  type: string | null;
  label: string;
  count: number | null;
}

function tabsOf(answer: SearchAnswer | undefined, chosen: string | null, known: { name: string; label_plural: string } | undefined): TypeTab[] {
  const tabs = (answer?.groups ?? []).map((g): TypeTab => ({ type: g.type, label: nameOf(g), count: g.total }));
  if (chosen && known && !tabs.some(t => t.type === chosen)) tabs.push({ type: chosen, label: nameOf({ type: chosen, label: known.label_plural }), count: null });
  return [{ type: null, label: 'All', count: null }, ...tabs];
}
