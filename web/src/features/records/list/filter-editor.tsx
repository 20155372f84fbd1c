'use client';
import { Ban, ListTree, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import { useTypes, type FieldType, type RecordType } from '@/lib/meta';
import type { FilterTree } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { pathOptions, resolvePath, reverseLinks } from '../field/field-path';
import { firstOp, needsValue, opsOf, opText, pseudoFields } from './filter-ops';
import { add, change, isGroup, keyed, nearestTo, readFilter, writeFilter, type Condition, type FilterGroup, type FilterPart, type PartPath } from './filter-tree';
import { FilterValue } from './filter-value';

export interface FilterEditorProps {
  type: RecordType;
  filter: FilterTree | null;
  onChange: (filter: FilterTree | null) => void;
  format: Formats;
  people: Person[];
  /** Begins in the first condition. */
  autoFocus?: boolean;
}

const deepest = 4;
const noTypes: RecordType[] = [];

/** All that is listed without typing, and the most that typing finds. */
const most = 80;

function fieldSearch(types: RecordType[], type: RecordType) {
  const related = reverseLinks(types, type).length > 0;
  const pseudo = pseudoFields.filter(f => f.name === '_changed' || (f.name === '_quality' ? type.fields.some(o => o.kind === 'email' || o.kind === 'phone') : related)).map(f => ({ value: f.name, label: f.label }));
  const all = pathOptions(types, type, f => (f.filter === true && f.kind !== 'json') || (f.kind === 'long_text' && type.fields.includes(f)));
  const near = all.filter(o => o.value.split('.').length <= 2);
  return async (typed: string): Promise<ComboOption[]> => {
    const words = typed.toLowerCase().split(/[\s›]+/).filter(Boolean);
    const from = words.length ? [...all.slice(0, near.length), ...pseudo, ...all.slice(near.length)] : [...near.filter(o => !o.value.includes('.')), ...pseudo, ...near.filter(o => o.value.includes('.'))];
    return from.filter(o => words.every(w => o.label.toLowerCase().includes(w))).slice(0, most);
  };
}

/** Conditions and groups of them, as deep as one likes. What is unfinished waits and filters nothing. */
export function FilterEditor({ type, filter, onChange, format, people, autoFocus }: FilterEditorProps) {
  const types = useTypes().data ?? noTypes;
  const first = type.fields.find(f => f.filter && f.kind === 'choice' && type.ui.list.includes(f.name)) ?? type.fields.find(f => f.filter);
  const blank = (): Condition => ({ field: first?.name ?? 'updated_at', op: first ? firstOp(first) : 'within_last' });
  const [root, setRoot] = useState<FilterGroup>(() => {
    const now = readFilter(filter);
    return keyed(now.parts.length ? now : { ...now, parts: [blank()] });
  });
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<PartPath | 'end' | null>(autoFocus ? [0] : null);
  // What had the focus may be gone, and what was added is what one wants to fill in.
  useEffect(() => {
    const at = wanted.current;
    if (at === null) return;
    wanted.current = null;
    // On a touch screen the focus would bring up the keyboard.
    if (globalThis.matchMedia?.('(pointer: coarse)').matches) return;
    const part = at === 'end' ? null : box.current?.querySelector<HTMLElement>(`[data-part="${at.join('.')}"] input`);
    (part ?? box.current?.querySelector<HTMLElement>(':scope > :last-child button'))?.focus();
  }, [root]);
  const set = (next: FilterGroup, focus: PartPath | 'end' | null = null) => {
    wanted.current = focus;
    setRoot(keyed(next));
    onChange(writeFilter(next));
  };
  const search = fieldSearch(types, type);
  const find = (name: string) => pseudoFields.find(f => f.name === name) ?? resolvePath(types, type, name);
  const shared = { type, find, search, format, people, root, set, blank };
  return (
    <div ref={box} role="group" aria-label="Filter" className="flex flex-col gap-2">
      <Parts {...shared} group={root} path={[]} />
      <div className="flex flex-wrap items-center gap-1 pt-1">
        <AddButtons {...shared} group={root} path={[]} />
        {root.parts.length > 0 && <Button variant="ghost" size="xs" className="ml-auto" onClick={() => set({ join: 'and', parts: [] }, 'end')}>Clear</Button>}
      </div>
    </div>
  );
}

interface Shared {
  type: RecordType;
  find: (name: string) => FieldType | undefined;
  search: (typed: string) => Promise<ComboOption[]>;
  format: Formats;
  people: Person[];
  root: FilterGroup;
  set: (next: FilterGroup, focus?: PartPath | 'end' | null) => void;
  blank: () => Condition;
}

function AddButtons({ root, group, set, blank, path }: Shared & { group: FilterGroup; path: PartPath }) {
  const next = [...path, group.parts.length];
  return (
    <>
      <Button variant="ghost" size="xs" onClick={() => set(add(root, path, blank()), next)}><Plus />Add condition</Button>
      {path.length < deepest && <Button variant="ghost" size="xs" onClick={() => set(add(root, path, { join: path.length % 2 ? 'and' : 'or', parts: [blank()] }), [...next, 0])}><ListTree />Add group</Button>}
    </>
  );
}

function Parts({ group, path, ...shared }: Shared & { group: FilterGroup; path: PartPath }) {
  const join = (to: 'and' | 'or') => shared.set(change(shared.root, path, p => (isGroup(p) ? { ...p, join: to } : p)));
  return (
    <>
      {group.parts.map((part, i) => (
        <div key={part.key ?? i} className="grid grid-cols-[66px_minmax(0,1fr)] items-start gap-1.5 max-md:grid-cols-1 max-md:gap-0.5">
          <span className="flex h-8 items-center text-xs text-fg-3 max-md:h-7">
            {i === 0 ? (group.not ? 'Not' : 'Where') : i === 1 ? (
              <Select aria-label="All or any" className="max-md:w-20" options={[{ value: 'and', label: 'and' }, { value: 'or', label: 'or' }]} value={group.join} onChange={e => join(e.target.value as 'and' | 'or')} />
            ) : <span className="px-2.5">{group.join}</span>}
          </span>
          {isGroup(part) ? <Nested {...shared} group={part} path={[...path, i]} /> : <Row {...shared} part={part} path={[...path, i]} />}
        </div>
      ))}
    </>
  );
}

function Nested({ group, path, ...shared }: Shared & { group: FilterGroup; path: PartPath }) {
  const edit = (how: (part: FilterPart) => FilterPart | null) => shared.set(change(shared.root, path, how));
  const remove = () => {
    const next = change(shared.root, path, () => null);
    shared.set(next, nearestTo(next, path) ?? 'end');
  };
  return (
    <div role="group" aria-label="Group of conditions" className="flex flex-col gap-2 rounded-lg border border-line bg-subtle p-2">
      <Parts {...shared} group={group} path={path} />
      <div className="flex flex-wrap items-center gap-1">
        <AddButtons {...shared} group={group} path={path} />
        <Button variant={group.not ? 'soft' : 'ghost'} size="xs" aria-pressed={group.not === true} onClick={() => edit(p => (isGroup(p) ? { ...p, not: !p.not } : p))}><Ban />Not</Button>
        <Button variant="ghost" size="icon" className="ml-auto size-6" aria-label="Remove group" onClick={remove}><Trash2 /></Button>
      </div>
    </div>
  );
}

function Row({ part, path, type, find, search, format, people, root, set }: Shared & { part: Condition; path: PartPath }) {
  const field = find(part.field);
  const put = (next: Condition) => set(change(root, path, () => next));
  const remove = () => {
    const next = change(root, path, () => null);
    set(next, nearestTo(next, path) ?? 'end');
  };
  const ops = field ? opsOf(field.kind, field.name) : [part.op];
  const wide = part.field === '_related' || part.field === '_changed';
  return (
    <div data-part={path.join('.')} className="grid grid-cols-[minmax(0,1.35fr)_minmax(0,.85fr)_minmax(0,1.2fr)_28px] items-start gap-1.5 max-md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_36px]">
      <Combobox
        label="Field"
        value={{ value: part.field, label: field?.label ?? part.field }}
        options={search}
        clearable={false}
        invalid={!field}
        onChange={o => {
          const next = o && find(o.value);
          if (next && next.name !== part.field) put({ field: next.name, op: firstOp(next) });
        }}
      />
      <Select
        aria-label="Comparison"
        value={part.op}
        options={(ops.includes(part.op) ? ops : [part.op, ...ops]).map(o => ({ value: o, label: opText(o, field?.kind, part.field) }))}
        onChange={e => put({ field: part.field, op: e.target.value, ...(part.field === '_related' && { value: part.value }) })}
      />
      <span className={cn('min-w-0 max-md:order-last max-md:col-span-3', wide && 'col-start-1 row-start-2 col-span-3 max-md:row-auto')}>
        {!field ? <span className="flex min-h-8 items-center text-xs text-red-text">There is no such field any more.</span> : needsValue(part.op) && (
          <FilterValue key={part.field + part.op} type={type} field={field} condition={part} onChange={value => put({ ...part, value })} format={format} people={people} />
        )}
      </span>
      <Button variant="ghost" size="icon" className="max-md:col-start-3 max-md:row-start-1 md:col-start-4 md:row-start-1" aria-label="Remove condition" onClick={remove}><Trash2 /></Button>
    </div>
  );
}
