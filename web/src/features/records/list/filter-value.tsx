'use client';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { countryChoices } from '@/lib/countries';
import type { Formats } from '@/lib/format';
import { allFields, useTypes, type FieldType, type RecordType } from '@/lib/meta';
import type { FilterTree } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { FieldInput } from '../field/field-input';
import { reverseLinks } from '../field/field-path';
import { ManyChoices } from '../field/many-input';
import { FilterEditor } from './filter-editor';
import { isMany, isSpan, periods, relativePeople, spanUnits } from './filter-ops';
import type { Condition } from './filter-tree';

interface FilterValueProps {
  type: RecordType;
  field: FieldType;
  condition: Condition;
  onChange: (value: unknown) => void;
  format: Formats;
  people: Person[];
}

const plain: Record<string, FieldType['kind']> = { money: 'number', score: 'number', long_text: 'text', multi_choice: 'choice', references: 'reference', email: 'text', phone: 'text', url: 'text' };

export function FilterValue(props: FilterValueProps) {
  const { field, condition, onChange, format, people } = props;
  if (field.name === '_related') return <RelatedValue {...props} />;
  if (field.name === '_changed') return <ChangedValue {...props} />;
  if (isSpan(condition.op)) return <SpanValue label={field.label} value={condition.value} onChange={onChange} />;
  if (isMany(condition.op)) {
    const options = field.kind === 'country' ? { ...field, choices: countryChoices(format) } : field;
    return <ManyChoices field={options} value={[condition.value ?? []].flat() as string[]} onChange={onChange} />;
  }
  if (field.kind === 'person') return <PersonValue field={field} value={condition.value} people={people} onChange={onChange} />;
  const dated = field.kind === 'instant' || field.kind === 'date';
  const one = (value: unknown, set: (v: unknown) => void, label: string) =>
    dated
      ? <DayValue label={label} value={value} onChange={set} />
      : <FieldInput field={{ ...field, name: label, label, kind: plain[field.kind] ?? field.kind, required: true, currency_field: null }} value={value} onChange={set} format={format} people={people} />;
  if (condition.op === 'between') {
    const [from, to] = (condition.value as unknown[] | undefined) ?? [];
    return (
      <span className="grid grid-cols-2 gap-1.5">
        {one(from, v => onChange([v, to]), `${field.label}, from`)}
        {one(to, v => onChange([from, v]), `${field.label}, to`)}
      </span>
    );
  }
  return one(condition.value, onChange, `${field.label}: value`);
}

const day = /^\d{4}-/;

/** A named period, which moves with the calendar, or one day. */
function DayValue({ label, value, onChange }: { label: string; value: unknown; onChange: (value: unknown) => void }) {
  const text = typeof value === 'string' ? value : '';
  const [exact, setExact] = useState(day.test(text));
  return (
    <span className="flex flex-col gap-1.5">
      <Select
        aria-label={label}
        placeholder="Choose…"
        value={exact ? 'exact' : text}
        options={[{ value: 'exact', label: 'a certain day' }, ...periods]}
        onChange={e => {
          setExact(e.target.value === 'exact');
          onChange(e.target.value === 'exact' ? '' : e.target.value);
        }}
      />
      {exact && <DateInput aria-label={`${label}, day`} value={text} onChange={onChange} />}
    </span>
  );
}

interface Span {
  n?: number;
  unit?: string;
}

function SpanValue({ label, value, onChange, more }: { label: string; value: unknown; onChange: (value: unknown) => void; more?: Record<string, unknown> }) {
  const span = (value ?? {}) as Span;
  const unit = span.unit ?? 'day';
  return (
    <span className="grid grid-cols-[minmax(0,.7fr)_minmax(0,1fr)] gap-1.5">
      <Input
        aria-label={`${label}: number`}
        type="number"
        min={1}
        max={9999}
        className="num"
        placeholder="30"
        value={span.n ?? ''}
        onChange={e => onChange({ ...more, n: e.target.value ? Math.trunc(Number(e.target.value)) : undefined, unit })}
      />
      <Select aria-label={`${label}: unit`} value={unit} options={spanUnits} onChange={e => onChange({ ...more, n: span.n, unit: e.target.value })} />
    </span>
  );
}

function PersonValue({ field, value, people, onChange }: Pick<FilterValueProps, 'field' | 'people' | 'onChange'> & { value: unknown }) {
  const options = [...relativePeople, ...people.filter(p => p.status !== 'deactivated').map(p => ({ value: p.id, label: p.name }))];
  return <Combobox label={`${field.label}: value`} value={options.find(o => o.value === value) ?? null} options={options} onChange={o => onChange(o?.value ?? null)} />;
}

/** Any change, or a change of one field; in the last days, or since a day. */
function ChangedValue({ type, field, condition, onChange }: FilterValueProps) {
  const value = (condition.value ?? {}) as Span & { field?: string; since?: string };
  const named = value.field ? { field: value.field } : {};
  return (
    <span className="grid grid-cols-2 gap-1.5 max-md:grid-cols-1">
      {condition.op === 'gte'
        ? <DateInput aria-label="Changed since" value={value.since ?? ''} onChange={since => onChange({ ...named, since })} />
        : <SpanValue label={field.label} value={value} more={named} onChange={onChange} />}
      <Select
        aria-label="Changed field"
        placeholder="anything"
        value={value.field ?? ''}
        options={allFields(type).filter(f => !f.read_only).map(f => ({ value: f.name, label: f.label }))}
        onChange={e => {
          const { field: _, ...rest } = value;
          onChange({ ...rest, ...(e.target.value && { field: e.target.value }) });
        }}
      />
    </span>
  );
}

interface Related {
  type?: string;
  via?: string;
  filter?: FilterTree;
  count?: number;
}

/** Records that refer to this one: which, how many, and under which conditions of their own. */
function RelatedValue({ type, condition, onChange, format, people }: FilterValueProps) {
  const types = useTypes().data ?? [];
  const value = (condition.value ?? {}) as Related;
  const links = reverseLinks(types, type);
  const key = (t: string, via: string) => `${t}.${via}`;
  const twice = (t: RecordType) => links.filter(l => l.type === t).length > 1;
  const other = types.find(t => t.name === value.type);
  const [open, setOpen] = useState(value.filter !== undefined);
  return (
    <span className="flex flex-col gap-1.5">
      <span className="grid grid-cols-[minmax(0,1fr)_auto_72px] items-center gap-1.5">
        <Select
          aria-label="Which records"
          placeholder="Choose…"
          value={value.type ? key(value.type, value.via ?? '') : ''}
          options={links.map(l => ({ value: key(l.type.name, l.field.name), label: l.type.label_plural + (twice(l.type) ? ` (${l.field.label})` : '') }))}
          onChange={e => {
            const [name, via] = e.target.value.split('.');
            setOpen(false);
            onChange(name ? { type: name, via, ...(value.count && { count: value.count }) } : undefined);
          }}
        />
        <span className="text-xs text-fg-3">at least</span>
        <Input aria-label="At least how many" type="number" min={1} className="num" placeholder="1" value={value.count ?? ''} onChange={e => onChange({ ...value, count: e.target.value ? Math.trunc(Number(e.target.value)) : undefined })} />
      </span>
      {other && (open ? (
        <div className="rounded-lg border border-line bg-subtle p-2">
          <FilterEditor key={`${other.name}.${value.via}`} type={other} filter={value.filter ?? null} format={format} people={people} onChange={filter => onChange({ ...value, filter: filter ?? undefined })} />
        </div>
      ) : (
        <button type="button" onClick={() => setOpen(true)} className="self-start rounded-md px-1 text-xs text-accent-text hover:underline">with conditions of their own…</button>
      ))}
    </span>
  );
}
