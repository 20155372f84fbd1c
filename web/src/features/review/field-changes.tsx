'use client';
import { ArrowRight, PencilLine } from 'lucide-react';
import type { ChangeField, ChangeOperation } from '@/lib/change-sets';
import { fieldOf, type RecordType } from '@/lib/meta';
import { fieldLabel, fieldText, type TextContext } from './field-text';

interface FieldChangesProps {
  operation: ChangeOperation;
  context: TextContext;
  /** Offered where a value can be put right at once. */
  onChange?: (field: string) => void;
}

const typeOf = (operation: ChangeOperation, context: TextContext) => context.types.find(t => t.name === operation.record_type);

const group = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a field with fields of its own, such as the details of an entry, those that differ. */
export function parts(change: ChangeField, type?: RecordType): ChangeField[] {
  const { before, after } = change;
  const held = group(before) ? before : {};
  const next = group(after) ? after : {};
  const plain = [before, after].every(v => v == null || group(v)) && (group(before) || group(after));
  const json = !type || !['money', 'reference', 'references', 'person'].includes(fieldOf(type, change.field)?.kind ?? '');
  if (!plain || !json || 'amount' in next || 'amount' in held || 'id' in next || 'id' in held) return [change];
  return [...new Set([...Object.keys(held), ...Object.keys(next)])]
    .filter(key => JSON.stringify(held[key]) !== JSON.stringify(next[key]))
    .map(key => ({ ...change, field: `${change.field}.${key}`, label: fieldLabel(undefined, key), before: held[key], after: next[key] }));
}

/** The currency stands beside its amount, the name of a new record above its fields: neither is a line of its own. */
function shown({ fields, op }: ChangeOperation, type: RecordType | undefined): ChangeField[] {
  const currencies = new Set(type?.fields.filter(f => fields.some(c => c.field === f.name)).map(f => f.currency_field).filter(Boolean));
  const told = op === 'create' && fields.length > 1 ? type?.title_field : undefined;
  return fields.filter(f => !currencies.has(f.field) && f.field !== told).flatMap(f => parts(f, type));
}

const values = (fields: ChangeField[], side: 'before' | 'after') => Object.fromEntries(fields.map(f => [f.field, f[side]]));

/** One line a field: what it was, what it is, and the words it rests on. */
export function FieldChanges({ operation, context, onChange }: FieldChangesProps) {
  const type = typeOf(operation, context);
  const after = values(operation.fields, 'after');
  const before = { ...after, ...Object.fromEntries(Object.entries(values(operation.fields, 'before')).filter(([, v]) => v != null)) };
  return (
    <dl className="flex flex-col">
      {shown(operation, type).map(change => {
        const label = fieldLabel(type, change.field, change.label);
        const old = operation.op === 'create' ? '' : fieldText(type, change.field, change.before, context, before);
        const now = fieldText(type, change.field, change.after, context, after);
        // What the whole operation rests on stands once below.
        const quote = change.evidence?.quote === operation.evidence?.quote ? null : change.evidence?.quote;
        const editable = onChange && type && !change.field.includes('.') && !fieldOf(type, change.field)?.read_only && operation.status === 'applied' && operation.op !== 'delete';
        return (
          <div key={change.field} className="group grid min-h-7 grid-cols-[112px_minmax(0,1fr)] items-start gap-x-2 py-1 text-sm max-md:grid-cols-[96px_minmax(0,1fr)]">
            <dt className="truncate text-xs leading-5 text-fg-3" title={label}>{label}</dt>
            <dd className="flex min-w-0 items-start gap-2 text-fg">
              <span className="min-w-0 flex-1 break-words">
                {old && (
                  <>
                    <span className="text-fg-3 line-through"><span className="sr-only">was </span>{old}</span>
                    <ArrowRight aria-hidden className="mx-1.5 inline size-3 text-fg-3" />
                  </>
                )}
                <span className={operation.status === 'undone' ? 'text-fg-3 line-through' : 'font-medium'}>{now || 'empty'}</span>
                {quote && quote !== now && <span className="block text-xs text-fg-3">“{quote}”</span>}
              </span>
              {editable && (
                <button
                  type="button"
                  aria-label={`Change ${label}`}
                  onClick={() => onChange(change.field)}
                  className="-my-0.5 grid size-6 shrink-0 place-items-center rounded-md text-fg-3 opacity-0 hover:bg-hover hover:text-fg focus-visible:opacity-100 group-hover:opacity-100 max-md:opacity-100"
                >
                  <PencilLine aria-hidden className="size-3.5 stroke-[1.75]" />
                </button>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
