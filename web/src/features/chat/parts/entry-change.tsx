import { ArrowRight } from 'lucide-react';
import { Link } from '@/components/link';
import { fieldLabel } from '@/features/review/field-text';
import { recordPath } from '@/lib/record-routes';
import type { DecidedOperation, EntryChange as Change } from '../part';

/** An entry of the context: the sentence as it stands and as it would stand, and what a policy would ask for then. */
export function EntryChange({ operation, change }: { operation: DecidedOperation; change: Change }) {
  const { record } = operation;
  const rules = change.rules;
  return (
    <div className="mt-0.5 flex flex-col gap-1 text-sm">
      {(change.edits ?? []).map(edit => (
        <div key={edit.field + edit.before} className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-2">
          <span className="truncate text-xs leading-5 text-fg-3">{fieldLabel(undefined, edit.field)}</span>
          <span className="min-w-0 break-words">
            {edit.before && (
              <>
                <span className="text-fg-3 line-through"><span className="sr-only">was </span>{edit.before}</span>
                <ArrowRight aria-hidden className="mx-1.5 inline size-3 text-fg-3" />
              </>
            )}
            <span className="font-medium">{edit.after}</span>
          </span>
        </div>
      ))}
      {change.from && <p className="text-xs text-fg-2">Holds from {change.from}.</p>}
      {rules && rules.after.length + rules.before.length > 0 && (
        <div className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-2">
          <span className="text-xs leading-5 text-fg-3">Rules</span>
          <ul className="min-w-0">
            {rules.before.filter(rule => !rules.after.includes(rule)).map(rule => <li key={rule} className="text-fg-3 line-through"><span className="sr-only">was </span>{rule}</li>)}
            {rules.after.map(rule => <li key={rule} className={rules.before.includes(rule) ? 'text-fg-2' : 'font-medium'}>{rule}</li>)}
          </ul>
        </div>
      )}
      {operation.op === 'update' && record && <Link href={recordPath(record.type, record.id)} className="self-start text-xs text-accent-text hover:underline">Open the entry</Link>}
    </div>
  );
}
