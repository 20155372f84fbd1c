'use client';
import type { ReactNode } from 'react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Badge } from '@/components/ui/badge';
import type { ChangeOperation } from '@/lib/change-sets';
import { recordPath } from '@/lib/record-routes';
import type { Tone } from '@/lib/tone';
import { Confidence } from './confidence';
import { FieldChanges } from './field-changes';
import type { TextContext } from './field-text';

const verbs: Record<ChangeOperation['op'], [string, Tone]> = {
  create: ['New', 'green'],
  update: ['Changed', 'accent'],
  delete: ['To the bin', 'red'],
  restore: ['Restored', 'teal'],
};

const states: Partial<Record<ChangeOperation['status'], [string, Tone]>> = {
  waiting: ['Waiting', 'amber'],
  refused: ['Not applied', 'neutral'],
  conflict: ['Changed meanwhile', 'red'],
  undone: ['Undone', 'neutral'],
};

interface OperationRowProps {
  operation: ChangeOperation;
  context: TextContext;
  onChange?: (operation: ChangeOperation, field: string) => void;
  /** Buttons below, where this one operation can be decided. */
  actions?: ReactNode;
}

export function OperationRow({ operation: o, context, onChange, actions }: OperationRowProps) {
  const [verb, tone] = verbs[o.op];
  const state = states[o.status];
  const type = context.types.find(t => t.name === o.record_type);
  const exists = o.status === 'applied' ? o.op !== 'delete' : o.op !== 'create';
  const title = o.record_title || type?.label || o.record_type;
  return (
    <li className="border-b px-3.5 py-2.5 last:border-0">
      <div className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1">
        <RecordIcon type={o.record_type} className="size-4 shrink-0 text-fg-3" />
        {exists ? (
          <Link href={recordPath(o.record_type, o.record_id, type?.plural)} className="min-w-0 truncate rounded-sm text-sm font-semibold text-fg hover:underline">{title}</Link>
        ) : (
          <span className="min-w-0 truncate text-sm font-semibold text-fg">{title}</span>
        )}
        <span className="text-xs text-fg-3">{type?.label ?? o.record_type}</span>
        <span className="ml-auto flex shrink-0 items-center gap-2">
          <Confidence value={o.confidence} />
          <Badge tone={state ? state[1] : tone}>{state ? state[0] : verb}</Badge>
        </span>
      </div>
      <div className="mt-0.5 pl-6 max-md:pl-0">
        <FieldChanges operation={o} context={context} onChange={onChange && (field => onChange(o, field))} />
        {o.evidence?.quote && <p className="py-0.5 text-xs text-fg-3">“{o.evidence.quote}”</p>}
        {o.reason && <p className="py-0.5 text-xs text-fg-2">{o.reason}</p>}
        {actions && <div className="mt-1.5 flex flex-wrap items-center gap-1.5">{actions}</div>}
      </div>
    </li>
  );
}
