import type { FieldKind, FieldType } from '@/lib/meta';

const words: Record<string, string> = {
  is: 'is', is_not: 'is not', in: 'is any of', not_in: 'is none of', starts_with: 'starts with', contains: 'contains', matches: 'has words like',
  gt: 'more than', gte: 'at least', lt: 'less than', lte: 'at most', between: 'between', empty: 'is empty', not_empty: 'is not empty',
  within_last: 'in the last', within_next: 'in the next', older_than: 'before the last', contains_any: 'has any of', contains_all: 'has all of',
};
const dateWords: Record<string, string> = { gt: 'after', gte: 'on or after', lt: 'before', lte: 'on or before' };
const pseudoWords: Record<string, Record<string, string>> = {
  _changed: { within_last: 'in the last', gte: 'since' },
  _activity: { older_than: 'none for', within_last: 'in the last' },
  _related: { is: 'exists', is_not: 'does not exist' },
  _quality: { is: 'is' },
};

const equal = ['is', 'is_not'];
const order = ['gt', 'gte', 'lt', 'lte', 'between'];
const blank = ['empty', 'not_empty'];
const spans = ['within_last', 'within_next', 'older_than'];

/** Conditions that no field answers. */
export const pseudoFields: FieldType[] = [
  { name: '_activity', label: 'Activity', kind: 'instant', filter: true },
  { name: '_changed', label: 'Changed', kind: 'instant', filter: true },
  {
    name: '_quality', label: 'Data quality', kind: 'choice', filter: true,
    choices: [{ value: 'invalid_email', label: 'e-mail that cannot be right' }, { value: 'invalid_phone', label: 'phone that cannot be right' }, { value: 'duplicate', label: 'a possible duplicate' }],
  },
  { name: '_related', label: 'Related records', kind: 'json', filter: true },
];

export function opsOf(kind: FieldKind, name = ''): string[] {
  const pseudo = pseudoWords[name];
  if (pseudo) return Object.keys(pseudo);
  switch (kind) {
    case 'integer':
    case 'number':
    case 'money':
    case 'score':
      return [...order, ...equal, ...blank];
    case 'date':
    case 'instant':
      return ['is', ...spans, ...order, 'is_not', ...blank];
    case 'choice':
    case 'country':
      return ['in', 'not_in', ...blank];
    case 'multi_choice':
      return ['contains_any', 'contains_all', 'not_in', ...blank];
    case 'boolean':
      return ['is', ...blank];
    case 'references':
      return [...equal, ...blank];
    case 'reference':
    case 'person':
      return [...equal, ...blank];
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
      return ['starts_with', 'contains', 'matches', ...equal, ...blank];
    case 'long_text':
      return ['contains', 'matches', ...blank];
    case 'json':
      return blank;
  }
}

export const opText = (op: string, kind?: FieldKind, name = '') =>
  pseudoWords[name]?.[op] ?? (kind === 'date' || kind === 'instant' ? dateWords[op] : undefined) ?? words[op] ?? op;
export const needsValue = (op: string) => !blank.includes(op);
export const isMany = (op: string) => ['in', 'not_in', 'contains_any', 'contains_all'].includes(op);
export const isSpan = (op: string) => spans.includes(op);
export const firstOp = (field: FieldType) => opsOf(field.kind, field.name)[0] ?? 'is';

export const spanUnits = [
  { value: 'day', label: 'days' },
  { value: 'week', label: 'weeks' },
  { value: 'month', label: 'months' },
  { value: 'quarter', label: 'quarters' },
  { value: 'year', label: 'years' },
];

export const periods = [
  { value: 'today', label: 'today' },
  { value: 'yesterday', label: 'yesterday' },
  { value: 'tomorrow', label: 'tomorrow' },
  ...['week', 'month', 'quarter', 'year'].flatMap(unit =>
    ['this', 'last', 'next'].map(which => ({ value: `${which}_${unit}`, label: `${which} ${unit}` }))),
];

/** What a person field may be compared with, beside people. */
export const relativePeople = [
  { value: 'me', label: 'Me' },
  { value: 'my_team', label: 'My team' },
];
