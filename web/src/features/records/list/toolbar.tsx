'use client';
import { ChartGantt, History, Search, SquareKanban, Table2, Trash2, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Formats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { useShortcuts } from '@/lib/shortcuts';
import type { Person } from '@/lib/session';
import { boardFields, dateFields } from '../layout-fields';
import { ColumnMenu } from './column-menu';
import type { useColumns } from './columns';
import { FilterBuilder } from './filter-builder';
import { GroupMenu } from './group-menu';
import { SortMenu } from './sort-menu';
import type { useView } from './use-view';
import { ViewMenu } from './view-menu';

const BoardFieldMenu = dynamic(() => import('./layout-menus').then(m => m.BoardFieldMenu), { ssr: false });
const TimelineDatesMenu = dynamic(() => import('./layout-menus').then(m => m.TimelineDatesMenu), { ssr: false });

interface ToolbarProps {
  type: RecordType;
  state: ReturnType<typeof useView>;
  columns: ReturnType<typeof useColumns>;
  format: Formats;
  people: Person[];
  onAsOf: () => void;
}

const layouts = [
  { value: 'list', label: 'List', icon: Table2 },
  { value: 'board', label: 'Board', icon: SquareKanban },
  { value: 'timeline', label: 'Timeline', icon: ChartGantt },
] as const;

/** Boards need a choice to make columns of, timelines two dates. */
export function layoutsOf(type: RecordType) {
  return layouts.filter(l => l.value === 'list' || (l.value === 'board' ? boardFields(type).length > 0 : dateFields(type).length > 1));
}

export function Toolbar({ type, state, columns, format, people, onAsOf }: ToolbarProps) {
  const { view, setView } = state;
  const title = fieldOf(type, type.title_field);
  const choices = layoutsOf(type);
  const setNames = (names: string[]) => (state.base ? setView({ ...view, columns: names }) : columns.keep(names));
  return (
    <div role="toolbar" aria-label="View" className="flex h-10 shrink-0 items-center gap-1 border-b px-3 max-md:h-12 max-md:overflow-x-auto hide-scroll">
      {choices.length > 1 && (
        <div role="group" aria-label="Layout" className="flex shrink-0 items-center">
          {choices.map(({ value, label, icon: Icon }) => (
            <Button key={value} variant={view.layout === value ? 'soft' : 'ghost'} size="xs" aria-pressed={view.layout === value} aria-label={label} title={label} onClick={() => setView({ ...view, layout: value })} className="px-1.5">
              <Icon /><span className={view.layout === value ? 'max-md:hidden' : 'hidden'}>{label}</span>
            </Button>
          ))}
        </div>
      )}
      <ViewMenu type={type} view={view} base={state.base} changed={state.changed} saved={state.saved} columns={columns.names} onOpen={setView} />
      <span aria-hidden className="mx-1 h-4 w-px shrink-0 bg-line" />
      {title?.filter !== false && <QuickSearch label={title?.label ?? 'Name'} value={view.q} onChange={q => setView({ ...view, q })} />}
      <FilterBuilder key={type.name + (state.base?.id ?? '')} type={type} filter={view.filter} onChange={filter => setView({ ...view, filter })} format={format} people={people} />
      <SortMenu type={type} sort={view.sort} onChange={sort => setView({ ...view, sort })} />
      {view.layout === 'list' && !view.bin && <GroupMenu type={type} group={view.group} onChange={group => setView({ ...view, group })} />}
      {view.layout === 'list' && (
        <span className="contents max-md:hidden">
          <ColumnMenu type={type} names={columns.names} columns={columns.columns} density={columns.density} onChange={setNames} onWidth={columns.setWidth} onDensity={columns.setDensity} />
        </span>
      )}
      {view.layout === 'board' && <BoardFieldMenu type={type} by={view.by} onChange={by => setView({ ...view, by })} />}
      {view.layout === 'timeline' && <TimelineDatesMenu type={type} dates={view.dates} onChange={dates => setView({ ...view, dates })} />}
      <span className="flex-1" />
      {!view.bin && view.layout === 'list' && <Button variant={view.asOf ? 'soft' : 'ghost'} size="xs" aria-label="Show a past moment" title="Show a past moment" onClick={onAsOf}><History /></Button>}
      {view.layout === 'list' && <Button variant={view.bin ? 'soft' : 'ghost'} size="xs" aria-pressed={view.bin} onClick={() => setView({ ...view, bin: !view.bin, asOf: null })}><Trash2 />Bin</Button>}
    </div>
  );
}

function QuickSearch({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), 180);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <span className="flex h-7 w-52 shrink-0 items-center gap-1.5 rounded-md px-1.5 text-fg-3 focus-within:bg-hover hover:bg-hover max-md:h-9 max-md:w-36">
      <Search aria-hidden className="size-3.5 shrink-0" />
      <input
        ref={input}
        aria-label={`${label} starts with`}
        placeholder={`Find by ${label.toLowerCase()}…`}
        value={text}
        onChange={e => setText(e.target.value)}
        onKeyDown={e => {
          if (e.key === 'Escape') {
            setText('');
            e.currentTarget.blur();
          } else if (e.key === 'Enter' || e.key === 'ArrowDown') {
            e.currentTarget.blur();
          }
        }}
        className="min-w-0 flex-1 bg-transparent text-xs text-fg outline-none placeholder:text-fg-3 max-md:text-[16px]"
      />
      {text ? (
        <button type="button" aria-label="Clear search" onClick={() => setText('')} className="grid size-4 place-items-center rounded-xs hover:bg-active"><X className="size-3" /></button>
      ) : (
        <span aria-hidden className="max-md:hidden"><Kbd>/</Kbd></span>
      )}
    </span>
  );
}
