'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { Formats } from '@/lib/format';
import { allFields, type RecordType } from '@/lib/meta';
import type { FilterTree } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { fromConditions, toConditions, type Condition, type Conditions } from '../view';
import { firstOp, needsValue, opsOf, opText } from './filter-ops';
import { FilterValue } from './filter-value';

export interface FilterEditorProps {
  type: RecordType;
  filter: FilterTree | null;
  onChange: (filter: FilterTree | null) => void;
  format: Formats;
  people: Person[];
}

const complete = (c: Condition) => {
  if (!needsValue(c.op)) return true;
  const values = [c.value].flat();
  return values.length > 0 && values.every(v => v !== null && v !== undefined && v !== '');
};

export function FilterEditor({ type, filter, onChange, format, people }: FilterEditorProps) {
  const fields = allFields(type).filter(f => f.filter);
  const first = fields.find(f => f.kind === 'choice' && type.ui.list.includes(f.name)) ?? fields[0];
  const blank = (): Condition[] => (first ? [{ field: first.name, op: firstOp(first) }] : []);
  const [state, setState] = useState<Conditions | null>(() => {
    const now = toConditions(filter);
    return now && now.list.length === 0 ? { ...now, list: blank() } : now;
  });
  const change = (next: Conditions) => {
    setState(next);
    onChange(fromConditions({ ...next, list: next.list.filter(complete) }));
  };
  if (!state) {
    return (
      <div className="flex flex-col items-start gap-2 text-sm">
        <p className="text-fg-2">This filter came with a link and is deeper than the builder shows.</p>
        <Button onClick={() => change({ join: 'and', list: [] })}>Start anew</Button>
      </div>
    );
  }
  const set = (i: number, part: Partial<Condition>) => change({ ...state, list: state.list.map((c, at) => (at === i ? { ...c, ...part } : c)) });
  return (
    <div role="group" aria-label="Filter" className="flex flex-col gap-2">
      {state.list.map((c, i) => {
        const field = fields.find(f => f.name === c.field);
        return (
          <div key={i} className="grid grid-cols-[64px_1fr_1fr_1.3fr_28px] items-start gap-1.5 max-md:grid-cols-[1fr_1fr_28px]">
            <span className="flex h-8 items-center text-xs text-fg-3 max-md:col-span-3 max-md:h-5">
              {i === 0 ? 'Where' : i === 1 ? (
                <Select aria-label="All or any" options={[{ value: 'and', label: 'and' }, { value: 'or', label: 'or' }]} value={state.join} onChange={e => change({ ...state, join: e.target.value as 'and' | 'or' })} />
              ) : state.join}
            </span>
            <Select
              aria-label="Field"
              value={c.field}
              options={fields.map(f => ({ value: f.name, label: f.label }))}
              onChange={e => {
                const next = fields.find(f => f.name === e.target.value);
                if (next) set(i, { field: next.name, op: firstOp(next), value: undefined });
              }}
            />
            <Select aria-label="Comparison" value={c.op} options={(field ? opsOf(field.kind) : [c.op]).map(o => ({ value: o, label: opText(o, field?.kind) }))} onChange={e => set(i, { op: e.target.value, value: undefined })} />
            <span className="min-w-0 max-md:order-last max-md:col-span-3">{field && <FilterValue key={c.field + c.op} field={field} condition={c} onChange={value => set(i, { value })} format={format} people={people} />}</span>
            <Button variant="ghost" size="icon" aria-label="Remove condition" onClick={() => change({ ...state, list: state.list.filter((_, at) => at !== i) })}><Trash2 /></Button>
          </div>
        );
      })}
      <div className="flex items-center gap-2 pt-1">
        <Button variant="ghost" size="xs" onClick={() => change({ ...state, list: [...state.list, ...blank()] })}><Plus />Add condition</Button>
        {state.list.length > 0 && <Button variant="ghost" size="xs" onClick={() => change({ ...state, list: [] })}>Clear</Button>}
      </div>
    </div>
  );
}
