import type { FieldType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import { isBlank } from '../field/field-text';
import { refsOf } from '../field/references';

/** A spreadsheet would run what begins like a formula; a quote in front makes it text. Plain numbers stay numbers. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+([.,]\d+)*$/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plain(field: FieldType, record: AnyRecord, people: Map<string, string>): string {
  const value = record[field.name];
  if (isBlank(value)) return '';
  switch (field.kind) {
    case 'money':
      return typeof value === 'object' ? String((value as { amount: unknown }).amount) : String(value);
    case 'reference':
    case 'references':
    case 'person':
      return [value].flat().map(id => people.get(String(id)) ?? refsOf(record, field.name).find(r => r.id === id)?.title ?? String(id)).join('; ');
    case 'choice':
    case 'multi_choice':
      return [value].flat().map(v => field.choices?.find(c => c.value === v)?.label ?? String(v)).join('; ');
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

const currencyOf = (field: FieldType, record: AnyRecord) => {
  const value = record[field.name] as { currency?: string } | null | undefined;
  return value && typeof value === 'object' ? (value.currency ?? '') : '';
};

/** Values as data: ISO dates, plain numbers, names instead of ids; an amount with its own currency takes two columns. */
export function toCsv(fields: FieldType[], rows: AnyRecord[], people: Map<string, string>): string {
  const twofold = (f: FieldType) => f.kind === 'money' && !f.currency_field;
  const head = ['id', ...fields.flatMap(f => (twofold(f) ? [f.label, `${f.label} currency`] : [f.label]))];
  const lines = rows.map(r => [r.id, ...fields.flatMap(f => (twofold(f) ? [plain(f, r, people), currencyOf(f, r)] : [plain(f, r, people)]))]);
  return [head, ...lines].map(line => line.map(cell).join(',')).join('\r\n') + '\r\n';
}
