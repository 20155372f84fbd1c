'use client';
import { Search, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Formats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { useShortcuts } from '@/lib/shortcuts';
import type { Person } from '@/lib/session';
import type { View } from '../view';
import { ColumnMenu } from './column-menu';
import { FilterBuilder } from './filter-builder';
import { SortMenu } from './sort-menu';

interface ToolbarProps {
  type: RecordType;
  view: View;
  onChange: (view: View) => void;
  names: string[];
  onNames: (names: string[]) => void;
  format: Formats;
  people: Person[];
}

export function Toolbar({ type, view, onChange, names, onNames, format, people }: ToolbarProps) {
  const title = fieldOf(type, type.title_field);
  return (
    <div className="flex h-10 shrink-0 items-center gap-1 border-b px-3 max-md:h-12 max-md:overflow-x-auto hide-scroll">
      {title?.filter !== false && <QuickSearch label={title?.label ?? 'Name'} value={view.q} onChange={q => onChange({ ...view, q })} />}
      <span aria-hidden className="mx-1 h-4 w-px shrink-0 bg-line" />
      <FilterBuilder key={type.name} type={type} filter={view.filter} onChange={filter => onChange({ ...view, filter })} format={format} people={people} />
      <SortMenu type={type} sort={view.sort} onChange={sort => onChange({ ...view, sort })} />
      <span className="contents max-md:hidden"><ColumnMenu type={type} names={names} onChange={onNames} /></span>
      <span className="flex-1" />
      <Button variant={view.bin ? 'soft' : 'ghost'} size="xs" aria-pressed={view.bin} onClick={() => onChange({ ...view, bin: !view.bin })}><Trash2 />Bin</Button>
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
