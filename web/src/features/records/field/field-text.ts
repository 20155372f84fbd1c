import type { Formats, MoneyValue } from '@/lib/format';
import type { FieldType } from '@/lib/meta';

export const isBlank = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value in words, for history, conflicts and screen readers. Names of references and people come from `nameOf`. */
export function fieldText(field: FieldType | undefined, value: unknown, format: Formats, nameOf: (id: string) => string | undefined = () => undefined): string {
  if (isBlank(value)) return 'empty';
  switch (field?.kind) {
    case 'money':
      return format.money(value as MoneyValue);
    case 'integer':
    case 'number':
    case 'score':
      return format.number(value as number);
    case 'date':
      return format.date(String(value));
    case 'instant':
      return format.instant(String(value));
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'country':
      return format.country(String(value));
    case 'choice':
    case 'multi_choice':
      return [value].flat().map(v => field.choices?.find(c => c.value === v)?.label ?? String(v)).join(', ');
    case 'reference':
    case 'references':
    case 'person':
      return [value].flat().map(v => nameOf(String(v)) ?? 'a record').join(', ');
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
