'use client';
import { Field } from '@/components/ui/field';
import { FieldInput } from '@/features/records/field/field-input';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import type { AnyRecord, RecordRef } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import type { Values } from './merge';

export const properties = ['sensitivity', 'audience', 'owner_id', 'product_ids', 'segments', 'regions', 'language', 'effective_from', 'effective_to', 'source', 'source_url'] as const;

const half = new Set<string>(['sensitivity', 'audience', 'effective_from', 'effective_to']);

interface PropertyFieldsProps {
  type: RecordType;
  values: Values;
  record?: AnyRecord;
  errors: Record<string, string>;
  format: Formats;
  people: Person[];
  onChange: (field: string, value: unknown) => void;
}

/** For whom an entry is, when it holds and where it comes from. */
export function PropertyFields({ type, values, record, errors, format, people, onChange }: PropertyFieldsProps) {
  const refs = (name: string): RecordRef[] => [record?._refs?.[name] ?? []].flat();
  return (
    <div className="grid grid-cols-2 gap-3">
      {properties.map(name => {
        const field = fieldOf(type, name);
        if (!field || field.read_only || record?._masked?.includes(name)) return null;
        return (
          <Field key={name} label={field.label} hint={field.help ?? undefined} error={errors[name]} className={cn(!half.has(name) && 'col-span-2')}>
            {({ id, ...control }) => (
              <FieldInput id={id} invalid={control['aria-invalid']} describedBy={control['aria-describedby']} field={field} value={values[name]} onChange={v => onChange(name, v)} format={format} people={people} refs={refs(name)} />
            )}
          </Field>
        );
      })}
    </div>
  );
}
