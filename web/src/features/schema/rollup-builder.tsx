'use client';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { FilterBuilder } from '@/features/records/list/filter-builder';
import { useFormats } from '@/lib/format';
import { useTypes, type RecordType } from '@/lib/meta';
import { usePeople } from '@/lib/session';
import { linksTo, ops, rollupFields } from './field-draft';
import type { Rollup } from './schema-api';

interface RollupBuilderProps {
  type: RecordType;
  rollup: Rollup;
  onChange: (rollup: Rollup) => void;
  error?: string;
}

/** Reads as a sentence: sum of amount over deals whose company is this record. */
export function RollupBuilder({ type, rollup, onChange, error }: RollupBuilderProps) {
  const types = useTypes().data ?? [];
  const people = usePeople().data ?? [];
  const format = useFormats();
  const ways = linksTo(types, type.name).flatMap(t => t.via.map(v => ({ value: `${t.type.name} ${v.name}`, label: `${t.type.label_plural}, by ${v.label}` })));
  const over = types.find(t => t.name === rollup.type);
  if (ways.length === 0) return <p className="text-sm text-fg-3">No record type links to {type.label_plural.toLowerCase()} yet. Add a field of kind “Link to a record” there first.</p>;
  return (
    <div className="flex flex-col gap-3">
      <Field label="Over" required error={error}>
        {control => (
          <Select
            {...control}
            placeholder="Choose records…"
            options={ways}
            value={rollup.type ? `${rollup.type} ${rollup.via}` : ''}
            onChange={e => {
              const [to = '', via = ''] = e.target.value.split(' ');
              onChange({ ...rollup, type: to, via, field: null, filter: null });
            }}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Field label="Compute">
          {control => <Select {...control} options={ops} value={rollup.op} onChange={e => onChange({ ...rollup, op: e.target.value as Rollup['op'], field: null })} />}
        </Field>
        {rollup.op !== 'count' && (
          <Field label="Of" required>
            {control => (
              <Select {...control} placeholder="Choose a field…" options={(over ? rollupFields(over, rollup.op) : []).map(f => ({ value: f.name, label: f.label }))} value={rollup.field ?? ''} onChange={e => onChange({ ...rollup, field: e.target.value || null })} />
            )}
          </Field>
        )}
      </div>
      {over && (
        <div className="flex items-center gap-2 text-sm text-fg-3">
          <span>{rollup.filter ? 'Only those that match' : `All ${over.label_plural.toLowerCase()}`}</span>
          <FilterBuilder key={over.name} type={over} filter={rollup.filter ?? null} onChange={filter => onChange({ ...rollup, filter })} format={format} people={people} />
        </div>
      )}
    </div>
  );
}
