'use client';
import { useState } from 'react';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Input, Textarea } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import { countryChoices } from '@/lib/countries';
import type { Formats } from '@/lib/format';
import type { FieldType } from '@/lib/meta';
import { parseNumber } from '@/lib/parse-number';
import type { RecordRef } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { ManyChoices, ManyReferences, ManyWords } from './many-input';
import { searchRecords } from './search-records';

export interface FieldInputProps {
  id?: string;
  field: FieldType;
  value: unknown;
  onChange: (value: unknown) => void;
  format: Formats;
  people: Person[];
  /** Titles of what the value points to now. */
  refs?: RecordRef[];
  /** For money whose currency is a field of its own. */
  currency?: string | null;
  autoFocus?: boolean;
  invalid?: boolean;
  describedBy?: string;
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));

export function FieldInput(props: FieldInputProps) {
  const { id, field, value, onChange, format, people, refs, currency, autoFocus, invalid, describedBy } = props;
  const control = { id, autoFocus, 'aria-invalid': invalid || undefined, 'aria-describedby': describedBy, 'aria-label': id ? undefined : field.label };
  const combo = { id, label: field.label, autoFocus, invalid, describedBy, clearable: !field.required };
  switch (field.kind) {
    case 'long_text':
      return <Textarea {...control} value={text(value)} maxLength={field.max_length ?? undefined} onChange={e => onChange(e.target.value || null)} />;
    case 'integer':
    case 'number':
    case 'score':
      return <NumberInput {...props} />;
    case 'money':
      return <MoneyField {...props} />;
    case 'date':
      return <DateInput {...control} value={text(value)} onChange={iso => onChange(iso || null)} />;
    case 'instant':
      return <Input {...control} type="datetime-local" value={localInstant(text(value))} onChange={e => onChange(e.target.value ? new Date(e.target.value).toISOString() : null)} />;
    case 'boolean':
      return <Combobox {...combo} value={yesNo.find(o => o.value === text(value)) ?? null} options={yesNo} onChange={o => onChange(o ? o.value === 'true' : null)} />;
    case 'choice': {
      const options = (field.choices ?? []).map(c => ({ value: c.value, label: c.label }));
      const now = options.find(o => o.value === value) ?? (value ? { value: text(value), label: text(value) } : null);
      return <Combobox {...combo} value={now} options={options} onChange={o => onChange(o?.value ?? null)} />;
    }
    case 'multi_choice':
      if (!field.choices?.length) return <ManyWords field={field} value={(value as string[] | null) ?? []} onChange={onChange} id={id} />;
      return <ManyChoices field={field} value={(value as string[] | null) ?? []} onChange={onChange} id={id} />;
    case 'person': {
      const options = people.filter(p => p.status !== 'deactivated').map(p => ({ value: p.id, label: p.name, hint: p.title ?? undefined }));
      const known = people.find(p => p.id === value);
      return <Combobox {...combo} value={known ? { value: known.id, label: known.name } : null} options={options} onChange={o => onChange(o?.value ?? null)} />;
    }
    case 'reference':
      return <ReferenceInput {...props} />;
    case 'references':
      if (field.ref === 'person') {
        const choices = people.filter(p => p.status !== 'deactivated').map(p => ({ value: p.id, label: p.name }));
        return <ManyChoices field={{ ...field, choices }} value={(value as string[] | null) ?? []} onChange={onChange} id={id} />;
      }
      return <ManyReferences field={field} value={(value as string[] | null) ?? []} refs={refs ?? []} onChange={onChange} id={id} />;
    case 'country': {
      const options = countries(format);
      return <Combobox {...combo} value={options.find(o => o.value === value) ?? null} options={options} onChange={o => onChange(o?.value ?? null)} />;
    }
    case 'json':
      return <JsonInput {...props} />;
    case 'email':
    case 'phone':
    case 'url':
    case 'text': {
      const type = { email: 'email', phone: 'tel', url: 'url', text: 'text' }[field.kind];
      const isCurrency = field.name.endsWith('currency') && !currency;
      return <Input {...control} type={type === 'url' ? 'text' : type} inputMode={type === 'url' ? 'url' : undefined} maxLength={field.max_length ?? undefined} value={text(value)} placeholder={isCurrency ? format.currency : undefined} onChange={e => onChange(e.target.value || null)} />;
    }
  }
}

const yesNo: ComboOption[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

const localInstant = (iso: string) => {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const countries = (format: Formats): ComboOption[] => countryChoices(format).map(c => ({ ...c, hint: c.value }));

function NumberInput({ id, field, value, onChange, format, autoFocus, invalid, describedBy }: FieldInputProps) {
  const [typed, setTyped] = useState(value === null || value === undefined ? '' : new Intl.NumberFormat(format.locale, { useGrouping: false, maximumFractionDigits: 6 }).format(Number(value)));
  const bad = typed.trim() !== '' && parseNumber(typed, format.locale) === null;
  return (
    <Input
      id={id}
      aria-label={id ? undefined : field.label}
      inputMode="decimal"
      autoFocus={autoFocus}
      aria-invalid={invalid || bad || undefined}
      aria-describedby={describedBy}
      className="num"
      value={typed}
      onChange={e => {
        setTyped(e.target.value);
        const number = parseNumber(e.target.value, format.locale);
        onChange(number === null && e.target.value.trim() ? e.target.value : number);
      }}
    />
  );
}

function MoneyField({ id, field, value, onChange, format, currency, autoFocus, invalid, describedBy }: FieldInputProps) {
  const own = !field.currency_field;
  const now = value as { amount: number | string; currency: string } | number | string | null | undefined;
  const amount = now === null || now === undefined ? null : Number(typeof now === 'object' ? now.amount : now);
  const unit = (now && typeof now === 'object' ? now.currency : currency) || format.currency;
  return (
    <MoneyInput
      id={id}
      label={field.label}
      amount={amount}
      currency={unit}
      locale={format.locale}
      withCurrency={own}
      autoFocus={autoFocus}
      invalid={invalid}
      describedBy={describedBy}
      onChange={(next, nextUnit) => onChange(next === null ? null : own ? { amount: next, currency: nextUnit } : next)}
    />
  );
}

function ReferenceInput({ id, field, value, refs, onChange, autoFocus, invalid, describedBy }: FieldInputProps) {
  const [picked, setPicked] = useState<ComboOption | null>(null);
  const known = refs?.find(r => r.id === value);
  const now = picked?.value === value ? picked : known ? { value: known.id, label: known.title } : null;
  return (
    <Combobox
      id={id}
      label={field.label}
      autoFocus={autoFocus}
      invalid={invalid}
      describedBy={describedBy}
      clearable={!field.required}
      placeholder="Type to find…"
      value={now}
      options={(typed, signal) => searchRecords(field.ref ?? '', typed, signal)}
      onChange={o => {
        setPicked(o);
        onChange(o?.value ?? null);
      }}
    />
  );
}

function JsonInput({ id, field, value, onChange, autoFocus, invalid, describedBy }: FieldInputProps) {
  const list = value === null || value === undefined || (Array.isArray(value) && value.every(v => typeof v === 'string'));
  const [typed, setTyped] = useState(list ? ((value as string[] | null) ?? []).join(', ') : JSON.stringify(value));
  const change = (next: string) => {
    setTyped(next);
    if (list) return onChange(next.trim() ? next.split(',').map(s => s.trim()).filter(Boolean) : null);
    try {
      onChange(next.trim() ? JSON.parse(next) : null);
    } catch {
      onChange(next);
    }
  };
  return <Input id={id} aria-label={id ? undefined : field.label} autoFocus={autoFocus} aria-invalid={invalid || undefined} aria-describedby={describedBy} placeholder={list ? 'Separate with commas' : undefined} value={typed} onChange={e => change(e.target.value)} />;
}
