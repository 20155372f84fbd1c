import type { Formats } from '@/lib/format';
import { fieldOf, type FieldType, type RecordType } from '@/lib/meta';
import type { Person } from '@/lib/session';

export interface TextContext {
  formats: Formats;
  types: RecordType[];
  people: Person[];
  /** Titles of records that values may point to. */
  titles: Record<string, string>;
}

const words = (name: string) => {
  const text = name.replace(/_id$/, '').replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export function fieldLabel(type: RecordType | undefined, field: string, given?: string | null): string {
  return given || (type && fieldOf(type, field)?.label) || words(field);
}

const empty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value of a change as one line of text; empty for nothing. */
export function fieldText(type: RecordType | undefined, name: string, value: unknown, context: TextContext, siblings: Record<string, unknown> = {}): string {
  if (empty(value)) return '';
  const field = type && fieldOf(type, name);
  return field ? known(field, value, context, siblings) : plain(value, context);
}

function known(field: FieldType, value: unknown, context: TextContext, siblings: Record<string, unknown>): string {
  const { formats } = context;
  switch (field.kind) {
    case 'money':
      return formats.money(value as never, field.currency_field ? (siblings[field.currency_field] as string | undefined) : undefined);
    case 'date':
      return formats.date(String(value));
    case 'instant':
      return formats.instant(String(value));
    case 'integer':
    case 'number':
    case 'score':
      return formats.number(value as number);
    case 'boolean':
      return value ? 'Yes' : 'No';
    case 'choice':
      return field.choices?.find(c => c.value === value)?.label ?? words(String(value));
    case 'multi_choice':
      return [value].flat().map(v => field.choices?.find(c => c.value === v)?.label ?? String(v)).join(', ');
    case 'country':
      return formats.country(String(value));
    case 'person':
      return [value].flat().map(v => nameOf(v, context)).join(', ');
    case 'reference':
    case 'references':
      return [value].flat().map(v => nameOf(v, context)).join(', ');
    default:
      return plain(value, context);
  }
}

function nameOf(value: unknown, { titles, people }: TextContext): string {
  if (typeof value === 'object' && value !== null) {
    const ref = value as { title?: string; name?: string; id?: string };
    return ref.title ?? ref.name ?? nameOf(ref.id, { titles, people } as TextContext);
  }
  const id = String(value);
  const looksLikeId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id);
  return titles[id] ?? people.find(p => p.id === id)?.name ?? (looksLikeId ? 'a record' : id);
}

function plain(value: unknown, context: TextContext): string {
  if (Array.isArray(value)) return value.map(v => plain(v, context)).join(', ');
  if (typeof value === 'object' && value !== null) {
    const o = value as { amount?: number; currency?: string };
    if (o.amount !== undefined && o.currency) return context.formats.money({ amount: o.amount, currency: o.currency });
    return nameOf(value, context);
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return nameOf(value, context);
}
