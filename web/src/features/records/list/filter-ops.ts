import type { FieldKind, FieldType } from '@/lib/meta';

const words: Record<string, string> = {
  is: 'is', is_not: 'is not', in: 'is any of', not_in: 'is none of', starts_with: 'starts with',
  gt: 'more than', gte: 'at least', lt: 'less than', lte: 'at most', between: 'between', empty: 'is empty', not_empty: 'is not empty',
};
const dateWords: Record<string, string> = { gt: 'after', gte: 'on or after', lt: 'before', lte: 'on or before' };

const equal = ['is', 'is_not'];
const order = ['gt', 'gte', 'lt', 'lte', 'between'];
const blank = ['empty', 'not_empty'];

export function opsOf(kind: FieldKind): string[] {
  switch (kind) {
    case 'integer':
    case 'number':
    case 'money':
    case 'score':
    case 'date':
    case 'instant':
      return [...order, ...(kind === 'instant' ? [] : equal), ...blank];
    case 'choice':
    case 'multi_choice':
    case 'country':
      return ['in', 'not_in', ...blank];
    case 'boolean':
      return ['is', ...blank];
    case 'reference':
    case 'references':
    case 'person':
      return [...equal, ...blank];
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
      return ['starts_with', ...equal, ...blank];
    case 'long_text':
    case 'json':
      return blank;
  }
}

export const opText = (op: string, kind?: FieldKind) => (kind === 'date' || kind === 'instant' ? dateWords[op] : undefined) ?? words[op] ?? op;
export const needsValue = (op: string) => !blank.includes(op);
export const isMany = (op: string) => op === 'in' || op === 'not_in';
export const firstOp = (field: FieldType) => opsOf(field.kind)[0] ?? 'is';
