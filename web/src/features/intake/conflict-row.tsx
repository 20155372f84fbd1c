'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { fieldLabel, fieldText, type TextContext } from '@/features/review/field-text';
import { OperationRow } from '@/features/review/operation-row';
import { changeSets, type ChangeOperation, type ChangeSet } from '@/lib/change-sets';
import { recordPath } from '@/lib/record-routes';
import { refreshInbox } from './inbox-api';

interface ConflictRowProps {
  set: ChangeSet;
  operation: ChangeOperation;
  context: TextContext;
  mayAct: boolean;
  actions?: ReactNode;
}

/** Something stands there already, and the message says otherwise. */
export const isConflict = (o: ChangeOperation) => o.op === 'update' && o.fields.some(f => f.before !== null && f.before !== undefined);

/** What waits: old, new and the words for it side by side, decided for each record by itself. */
export function ConflictRow({ set, operation, context, mayAct, actions }: ConflictRowProps) {
  const client = useQueryClient();
  const options = { onError: toast.error, onSettled: () => refreshInbox(client) };
  const take = useMutation({ mutationFn: () => changeSets.apply(set.id, [operation.id]), ...options });
  const keep = useMutation({ mutationFn: () => changeSets.refuse(set.id, undefined, [operation.id]), ...options });
  const conflict = isConflict(operation);
  const busy = take.isPending || keep.isPending;
  const buttons = mayAct && (
    <>
      <Button size="xs" variant="primary" busy={take.isPending} disabled={busy} onClick={() => take.mutate()}>{conflict ? 'Take new' : 'Write it'}</Button>
      <Button size="xs" busy={keep.isPending} disabled={busy} onClick={() => keep.mutate()}>{conflict ? 'Keep old' : 'Refuse'}</Button>
      {actions}
    </>
  );
  if (!conflict) return <OperationRow operation={operation} context={context} actions={buttons} />;
  const type = context.types.find(t => t.name === operation.record_type);
  const after = Object.fromEntries(operation.fields.map(f => [f.field, f.after]));
  return (
    <li className="border-b px-3.5 py-2.5 last:border-0">
      <div className="flex min-h-6 items-center gap-2 text-sm">
        <RecordIcon type={operation.record_type} className="size-4 shrink-0 text-fg-3" />
        <Link href={recordPath(operation.record_type, operation.record_id, type?.plural)} className="min-w-0 truncate rounded-sm font-semibold hover:underline">{operation.record_title || type?.label}</Link>
      </div>
      {operation.fields.map(f => (
        <dl key={f.field} aria-label={fieldLabel(type, f.field, f.label)} className="mt-1.5 grid grid-cols-[1fr_1fr_2fr] gap-px overflow-hidden rounded-lg border border-line bg-line text-sm max-md:grid-cols-2">
          <Cell title={`${fieldLabel(type, f.field, f.label)}, old`}>{fieldText(type, f.field, f.before, context, after) || 'empty'}</Cell>
          <Cell title="New" strong>{fieldText(type, f.field, f.after, context, after) || 'empty'}</Cell>
          <Cell title="Evidence" className="max-md:col-span-2">{f.evidence?.quote ?? operation.evidence?.quote ? `“${f.evidence?.quote ?? operation.evidence?.quote}”` : 'none'}</Cell>
        </dl>
      ))}
      {operation.reason && <p className="pt-1 text-xs text-fg-2">{operation.reason}</p>}
      <div className="mt-2 flex flex-wrap items-center gap-1.5">{buttons}</div>
    </li>
  );
}

function Cell({ title, strong, className, children }: { title: string; strong?: boolean; className?: string; children: ReactNode }) {
  return (
    <div className={`bg-raised px-2.5 py-1.5 ${className ?? ''}`}>
      <dt className="truncate text-2xs text-fg-3">{title}</dt>
      <dd className={`break-words ${strong ? 'font-medium' : ''}`}>{children}</dd>
    </div>
  );
}
