import type { FieldType } from '@/lib/meta';

export type DetailType = 'text' | 'long_text' | 'number' | 'boolean' | 'date' | 'choice' | 'list' | 'reference' | 'objects';

/** A typed field of the details of a kind, as the server describes it. */
export interface DetailField {
  name: string;
  label: string;
  type: DetailType;
  required: boolean;
  choices: string[];
  ref: string | null;
  parts: DetailField[];
  help: string | null;
}

export type Details = Record<string, unknown>;

/** What a person fills in; what a model read of a clause is taken over beside the clause. */
export const filledIn = (fields: DetailField[]) => fields.filter(f => f.name !== 'reading' && f.name !== 'confirmed');

export const words = (name: string) => {
  const text = name.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A detail as a field of a record, for the inputs that fields of records have. */
export function asField(field: DetailField): FieldType {
  const kind = ({ text: 'text', long_text: 'long_text', number: 'number', boolean: 'boolean', date: 'date', choice: 'choice', reference: 'reference', list: 'json', objects: 'json' } as const)[field.type];
  return { name: field.name, label: field.label, kind, required: field.required, choices: field.choices.map(c => ({ value: c, label: words(c) })), ref: field.ref };
}

/** Without what is empty, so that a field which was cleared is not there. */
export function cleaned(details: Details): Details {
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]): [string, unknown][] => {
      const kept = Array.isArray(value)
        ? value.flatMap((v): unknown[] => {
          if (typeof v === 'object' && v !== null) {
            const inner = cleaned(v as Details);
            return Object.keys(inner).length ? [inner] : [];
          }
          return isEmpty(typeof v === 'string' ? v.trim() : v) ? [] : [v];
        })
        : value;
      return isEmpty(kept) ? [] : [[name, kept]];
    }),
  );
}

/** Details that the kind no longer knows are shown, and kept as long as nobody takes them out. */
export const unknownDetails = (details: Details, fields: DetailField[]) => Object.keys(details).filter(name => !fields.some(f => f.name === name));

/** One value of details as a line of text. */
export function detailText(value: unknown): string {
  if (isEmpty(value)) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map(detailText).join('; ');
  if (typeof value === 'object') return Object.entries(value as Details).map(([name, v]) => `${words(name)}: ${detailText(v)}`).join(', ');
  return String(value);
}

/** "at least 30 %": a figure with how exact it is. */
export function claimText(claim: Details): string {
  const exact = typeof claim.comparator === 'string' && claim.comparator !== 'exactly' ? `${claim.comparator.replaceAll('_', ' ')} ` : '';
  const unit = claim.unit ? `\u00a0${String(claim.unit)}` : '';
  const subject = claim.subject ? ` (${String(claim.subject)})` : '';
  return `${String(claim.measure ?? '')}: ${exact}${String(claim.value ?? '')}${unit}${subject}`;
}
