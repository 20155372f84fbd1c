'use client';
import { CornerDownLeft, CornerUpRight, Plus, Search, Sparkles } from 'lucide-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useId, useState, type KeyboardEvent } from 'react';
import { Marked } from '@/components/marked';
import { RecordIcon } from '@/components/record-icon';
import type { PaletteProps } from '@/components/shell/shell';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { storeValue } from '@/lib/browser-store';
import { cn } from '@/lib/cn';
import { useTypes } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { useRecent } from '@/lib/recent';
import { useSession } from '@/lib/session';
import { search, type Hit, type SearchGroup } from '@/lib/search-api';
import { groupsFor, type Entry } from './entries';

export function Palette({ open, onClose }: PaletteProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Search and commands" hideTitle className="top-[14vh] w-[min(640px,calc(100vw-24px))]">
      <PaletteBody onClose={onClose} />
    </Dialog>
  );
}

const most = 5;
const shown = 9;

/** The best of each type, types in the order of their best; what is less good gives way when there are many types. */
function best(groups: SearchGroup[]): Hit[] {
  const each = Math.max(2, Math.ceil(shown / Math.max(1, groups.length)));
  return groups.flatMap(g => g.hits.slice(0, each)).slice(0, shown);
}

function useFound(query: string) {
  const q = query.trim();
  return useQuery({
    queryKey: keys.find(q, ''),
    queryFn: async ({ signal }) => best((await search.typing(q, most, { signal })).groups),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

function EntryIcon({ icon }: { icon: Entry['icon'] }) {
  if (icon.kind === 'record') return <RecordIcon type={icon.type} />;
  if (icon.kind === 'ask') return <Sparkles className="text-violet-text!" />;
  if (icon.kind === 'search') return <Search />;
  return icon.kind === 'create' ? <Plus /> : <CornerUpRight />;
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const id = useId();
  const session = useSession().data;
  const types = useTypes().data;
  const recent = useRecent(session?.workspace.id ?? '');
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(query);
  const found = useFound(asked);
  const [entered, setEntered] = useState(false);
  // Enter means the best match, so it waits for the answer to what is typed.
  const settled = query.trim() === '' || (asked === query && !found.isFetching);
  const labels = Object.fromEntries((types ?? []).map(t => [t.name, t.label]));
  const plurals = Object.fromEntries((types ?? []).map(t => [t.name, t.plural]));
  const groups = groupsFor({ query, found: query.trim() ? (found.data ?? []) : [], recent, session, labels, plurals });
  const entries = groups.flatMap(g => g.entries);
  const active = Math.min(at, entries.length - 1);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [active, id]);

  const run = ({ action }: Entry) => {
    onClose();
    if ('go' in action) return router.push(action.go);
    storeValue('chat-ask', action.ask);
    router.push('/chat');
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const to = { ArrowDown: (active + 1) % entries.length, ArrowUp: (active - 1 + entries.length) % entries.length, PageDown: Math.min(active + 8, entries.length - 1), PageUp: Math.max(active - 8, 0) }[e.key];
    if (to !== undefined) {
      e.preventDefault();
      setAt(to);
    } else if (e.key === 'Enter' && !e.nativeEvent.isComposing) {
      e.preventDefault();
      const entry = entries[active];
      if (!settled) setEntered(true);
      else if (entry) run(entry);
    }
  };
  const chosen = entries[active];
  useEffect(() => {
    if (!entered || !settled) return;
    setEntered(false);
    if (chosen) run(chosen);
    // The rest changes with what is typed; only the arrival of the answer counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [entered, settled]);
  let index = -1;
  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-fg-3" />
        <input
          autoFocus
          role="combobox"
          aria-label="Search or ask"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={entries[active] ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Search accounts, people and deals, or ask a question"
          value={query}
          onChange={e => {
            setQuery(e.target.value);
            setAt(0);
            setEntered(false);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-base text-fg outline-none placeholder:text-fg-3 max-md:text-[16px]"
        />
        <Kbd>esc</Kbd>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Results" className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-1.5 md:max-h-[440px]">
        {groups.map(group => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div aria-hidden className="px-2.5 pb-1 pt-3 text-2xs font-medium text-fg-3">{group.title}</div>
            {group.entries.map(entry => {
              const i = ++index;
              return (
                <div
                  key={entry.id}
                  id={`${id}-${i}`}
                  role="option"
                  aria-selected={i === active}
                  onMouseMove={() => i !== active && setAt(i)}
                  onClick={() => run(entry)}
                  className={cn('flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm text-fg max-md:h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.75] [&_svg]:text-fg-3', i === active && 'bg-active')}
                >
                  <EntryIcon icon={entry.icon} />
                  <span className={cn('min-w-0 truncate', entry.match && 'shrink-0 max-w-[55%]')}><Marked text={entry.label} ranges={entry.ranges} /></span>
                  {entry.match && <span className="min-w-0 flex-1 truncate text-xs text-fg-3"><Marked text={entry.match.text} ranges={entry.match.ranges} /></span>}
                  {entry.keys ? (
                    <span aria-hidden className="ml-auto flex shrink-0 gap-1">{entry.keys.map(k => <Kbd key={k}>{k}</Kbd>)}</span>
                  ) : (
                    entry.hint && <span className={cn('ml-auto max-w-[45%] shrink-0 truncate text-xs', i === active ? 'text-fg-2' : 'text-fg-3')}>{entry.hint}</span>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div role="status" className="flex h-9 shrink-0 items-center gap-3 border-t px-4 text-2xs text-fg-3">
        {found.isError && query.trim() ? (
          <span className="text-red-text">{messageOf(found.error)}</span>
        ) : query.trim() && found.isSuccess && !found.isPlaceholderData && found.data.length === 0 ? (
          <span>No record is called that</span>
        ) : (
          <span aria-hidden className="flex items-center gap-3">
            <span className="flex items-center gap-1"><Kbd><CornerDownLeft className="size-2.5" /></Kbd> open</span>
            <span className="flex items-center gap-1"><Kbd>↑</Kbd><Kbd>↓</Kbd> move</span>
          </span>
        )}
      </div>
    </>
  );
}
