import type { Choice, RecordType } from '@/lib/meta';
import type { FieldDefinition, Impact, Rollup } from './schema-api';

/** A field as the dialog edits it: every member there, texts never null. */
export interface FieldDraft {
  label: string;
  kind: string;
  required: boolean;
  unique: boolean;
  default: unknown;
  choices: Choice[];
  ref: string;
  formula: string;
  rollup: Rollup;
  expression: string;
  message: string;
  help: string;
  section: string;
  filter: boolean;
  sort: boolean;
  list: number;
}

export const kinds: { value: string; label: string; hint: string }[] = [
  { value: 'text', label: 'Text', hint: 'One line' },
  { value: 'long_text', label: 'Long text', hint: 'Several lines; cannot be filtered' },
  { value: 'integer', label: 'Whole number', hint: 'Seats, employees, floors' },
  { value: 'number', label: 'Number', hint: 'With decimals' },
  { value: 'money', label: 'Money', hint: 'An amount with its currency' },
  { value: 'date', label: 'Date', hint: 'A day' },
  { value: 'boolean', label: 'Yes or no', hint: '' },
  { value: 'choice', label: 'Choice', hint: 'One of your values' },
  { value: 'multi_choice', label: 'Several choices', hint: 'Any of your values' },
  { value: 'reference', label: 'Link to a record', hint: 'A relationship to any record type' },
  { value: 'email', label: 'E-mail', hint: '' },
  { value: 'phone', label: 'Phone', hint: '' },
  { value: 'url', label: 'Web address', hint: '' },
  { value: 'formula', label: 'Formula', hint: 'Computed from this record and those it links to' },
  { value: 'rollup', label: 'Roll-up', hint: 'Counted or summed over records that link here' },
];

export const kindLabel = (kind: string) => kinds.find(k => k.value === kind)?.label ?? (kind === 'choices' ? 'Added values' : kind);

const unfiltered = new Set(['long_text', 'json']);
const unsorted = new Set(['long_text', 'json', 'multi_choice', 'reference', 'references', 'person']);
const uniques = new Set(['text', 'email', 'phone', 'url', 'integer', 'number', 'date', 'reference']);
const withoutDefault = new Set(['formula', 'rollup', 'reference', 'money']);

export const isDerived = (kind: string) => kind === 'formula' || kind === 'rollup';
export const hasChoices = (kind: string) => kind === 'choice' || kind === 'multi_choice' || kind === 'choices';
export const mayFilter = (kind: string) => !unfiltered.has(kind);
export const maySort = (kind: string) => !unsorted.has(kind);
export const mayBeUnique = (kind: string) => uniques.has(kind);
export const mayDefault = (kind: string) => !withoutDefault.has(kind);

const noRollup: Rollup = { type: '', via: '', op: 'count', field: null, filter: null };

export const blankDraft: FieldDraft = {
  label: '', kind: 'text', required: false, unique: false, default: null, choices: [], ref: '', formula: '', rollup: noRollup,
  expression: '', message: '', help: '', section: '', filter: true, sort: true, list: 0,
};

export function draftOf(field: FieldDefinition): FieldDraft {
  return {
    label: field.label,
    kind: field.kind,
    required: field.required,
    unique: field.unique,
    default: field.default ?? null,
    choices: field.choices ?? [],
    ref: field.ref ?? '',
    formula: field.formula ?? '',
    rollup: field.rollup ?? noRollup,
    expression: field.validation?.expression ?? '',
    message: field.validation?.message ?? '',
    help: field.help ?? '',
    section: field.section ?? '',
    filter: field.filter,
    sort: field.sort,
    list: field.list,
  };
}

/** Only what the kind has: the API refuses a formula on a text. */
export function toBody(draft: FieldDraft): Record<string, unknown> {
  const { kind } = draft;
  if (kind === 'choices') return { choices: draft.choices };
  const common = { label: draft.label.trim(), kind, help: draft.help.trim(), section: draft.section.trim(), list: draft.list, filter: draft.filter && mayFilter(kind), sort: draft.sort && maySort(kind) };
  if (kind === 'formula') return { ...common, formula: draft.formula.trim() };
  if (kind === 'rollup') {
    const { type, via, op, field, filter } = draft.rollup;
    return { ...common, rollup: { type, via, op, ...(op !== 'count' && { field }), ...(filter && { filter }) } };
  }
  return {
    ...common,
    required: draft.required,
    unique: draft.unique && mayBeUnique(kind),
    default: mayDefault(kind) ? draft.default : null,
    ...(hasChoices(kind) && { choices: draft.choices }),
    ...(kind === 'reference' && { ref: draft.ref }),
    validation: draft.expression.trim() ? { expression: draft.expression.trim(), message: draft.message.trim() } : null,
  };
}

/** What is missing before the server is asked, by the name of the member. */
export function problemsOf(draft: FieldDraft): Record<string, string> {
  const found: Record<string, string> = {};
  if (!draft.label.trim()) found.label = 'Give the field a name.';
  if (hasChoices(draft.kind)) {
    const labels = draft.choices.map(c => c.label.trim().toLowerCase());
    if (labels.length === 0) found.choices = 'Add at least one value.';
    else if (labels.some(l => !l)) found.choices = 'A value has no name.';
    else if (new Set(labels).size < labels.length) found.choices = 'Two values have the same name.';
  }
  if (draft.kind === 'reference' && !draft.ref) found.ref = 'Choose what it links to.';
  if (draft.kind === 'formula' && !draft.formula.trim()) found.formula = 'Write the formula.';
  if (draft.kind === 'rollup') {
    if (!draft.rollup.type || !draft.rollup.via) found.rollup = 'Choose the records to look at.';
    else if (draft.rollup.op !== 'count' && !draft.rollup.field) found.rollup = 'Choose the field to compute.';
  }
  if (draft.expression.trim() && !draft.message.trim()) found.message = 'Say what is wrong, for the person who fills in the form.';
  return found;
}

const many = (n: number, one: string, more = `${one}s`) => `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : more}`;

/** What a change does, in sentences. */
export function impactSentences(impact: Impact): string[] {
  const told: string[] = [];
  if (impact.values > 0) told.push(`${many(impact.values, 'record')} of ${many(impact.records, 'record')} ${impact.values === 1 ? 'has' : 'have'} a value in this field.`);
  else told.push(`No record has a value in it (${many(impact.records, 'record')} in all).`);
  if (impact.invalid > 0) told.push(`${many(impact.invalid, 'record')} would not be accepted any more as ${impact.invalid === 1 ? 'it is' : 'they are'}; ${impact.invalid === 1 ? 'it stays' : 'they stay'} as ${impact.invalid === 1 ? 'it is' : 'they are'} until somebody edits ${impact.invalid === 1 ? 'it' : 'them'}.`);
  return told;
}

/** Fields of a type that point to another type: the ways to look at records from there. */
export function linksTo(types: RecordType[], target: string): { type: RecordType; via: { name: string; label: string }[] }[] {
  return types
    .map(type => ({ type, via: type.fields.filter(f => f.ref === target && f.kind === 'reference').map(f => ({ name: f.name, label: f.label })) }))
    .filter(t => t.via.length > 0);
}

const computable: Record<Exclude<Rollup['op'], 'count'>, Set<string>> = {
  sum: new Set(['money', 'number', 'integer', 'score']),
  min: new Set(['money', 'number', 'integer', 'score', 'date', 'instant']),
  max: new Set(['money', 'number', 'integer', 'score', 'date', 'instant']),
  last: new Set(['text', 'choice', 'money', 'number', 'integer', 'score', 'date', 'boolean', 'email', 'phone', 'url']),
};

export const rollupFields = (type: RecordType, op: Rollup['op']) => (op === 'count' ? [] : type.fields.filter(f => computable[op].has(f.kind)));

export const ops: { value: Rollup['op']; label: string }[] = [
  { value: 'count', label: 'How many' },
  { value: 'sum', label: 'Sum of' },
  { value: 'min', label: 'Smallest or earliest' },
  { value: 'max', label: 'Largest or latest' },
  { value: 'last', label: 'Value of the latest record' },
];
