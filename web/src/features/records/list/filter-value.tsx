'use client';
import { DateInput } from '@/components/ui/date-input';
import type { Formats } from '@/lib/format';
import type { FieldType } from '@/lib/meta';
import type { Person } from '@/lib/session';
import { FieldInput } from '../field/field-input';
import { ManyChoices } from '../field/many-input';
import type { Condition } from '../view';
import { isMany, needsValue } from './filter-ops';

interface FilterValueProps {
  field: FieldType;
  condition: Condition;
  onChange: (value: unknown) => void;
  format: Formats;
  people: Person[];
}

const plain: Record<string, FieldType['kind']> = { money: 'number', score: 'number', long_text: 'text', multi_choice: 'choice', references: 'reference', email: 'text', phone: 'text', url: 'text' };

export function FilterValue({ field, condition, onChange, format, people }: FilterValueProps) {
  if (!needsValue(condition.op)) return null;
  if (isMany(condition.op)) {
    const options = field.kind === 'country' ? countryChoices(format) : field;
    return <ManyChoices field={options} value={[condition.value ?? []].flat() as string[]} onChange={onChange} />;
  }
  const one = (value: unknown, set: (v: unknown) => void, label: string) =>
    field.kind === 'instant' || field.kind === 'date'
      ? <DateInput aria-label={label} value={String(value ?? '')} onChange={set} />
      : <FieldInput field={{ ...field, label, kind: plain[field.kind] ?? field.kind, required: true }} value={value} onChange={set} format={format} people={people} />;
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

const countryChoices = (format: Formats): FieldType => ({
  name: 'country',
  label: 'Country',
  kind: 'multi_choice',
  choices: 'DE AT CH GB IE FR ES PT IT NL BE LU DK SE NO FI PL CZ US CA MX BR AR AU NZ JP KR CN IN SG AE ZA'.split(' ').map(value => ({ value, label: format.country(value) })),
});
