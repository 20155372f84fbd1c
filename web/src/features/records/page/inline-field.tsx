'use client';
import { CircleAlert, Lock, Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { FieldKind, FieldType, RecordType } from '@/lib/meta';
import type { AnyRecord, Provenance } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { FieldValue } from '../field/field-value';
import { ProvenanceHint } from './provenance-hint';

const InlineEditor = dynamic(() => import('./inline-editor').then(m => m.InlineEditor), { ssr: false });

export interface InlineFieldProps {
  type: RecordType;
  field: FieldType;
  record: AnyRecord;
  format: Formats;
  people: Person[];
  names: Map<string, string>;
  provenance?: Provenance;
  editable: boolean;
}

const stacked = new Set<FieldKind>(['long_text', 'references', 'multi_choice']);

const lit = 2_600;

/** True for a moment after the value became another, by whomever and wherever. */
function useChanged(value: unknown): boolean {
  const text = JSON.stringify(value ?? null);
  const [known, setKnown] = useState(text);
  const [changed, setChanged] = useState(false);
  if (text !== known) {
    setKnown(text);
    setChanged(true);
  }
  useEffect(() => {
    if (!changed) return;
    const timer = setTimeout(() => setChanged(false), lit);
    return () => clearTimeout(timer);
  }, [changed, known]);
  return changed;
}

export function InlineField(props: InlineFieldProps) {
  const { field, record, format, names, provenance, editable } = props;
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const masked = record._masked?.includes(field.name) ?? false;
  const why = record._reasons?.[field.name];
  const changed = useChanged(record[field.name]);
  const writable = editable && !field.read_only && !masked;
  const stack = stacked.has(field.kind) && (editing || String(record[field.name] ?? '').length > 40);
  const done = (refocus: boolean) => {
    setEditing(false);
    if (refocus) requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <div className={cn('group relative -mx-2 flex min-h-8 rounded-md px-2 py-1', stack ? 'flex-col' : 'items-start', !editing && 'hover:bg-hover', changed && 'just-changed')}>
      <dt className="flex min-h-6 w-[124px] shrink-0 items-center gap-1 pr-2 text-fg-3">
        <span className="truncate" title={[field.label, field.custom && field.help].filter(Boolean).join(': ')}>{field.label}</span>
      </dt>
      <dd
        className={cn('flex min-h-6 min-w-0 flex-1 items-center gap-1.5 text-fg', writable && !editing && 'cursor-default')}
        onClick={e => writable && !editing && !(e.target as Element).closest('a, button') && setEditing(true)}
      >
        {editing ? (
          <InlineEditor {...props} onDone={done} />
        ) : (
          <>
            <span className="flex min-w-0 flex-1">{masked ? <span className="flex items-center gap-1 text-fg-3"><Lock aria-hidden className="size-3" />Hidden from your role</span> : why ? <span className="flex items-start gap-1 text-fg-3"><CircleAlert aria-hidden className="mt-1 size-3 shrink-0" />{why}</span> : <FieldValue field={field} record={record} format={format} people={names} />}</span>
            {provenance && <ProvenanceHint provenance={provenance} format={format} label={field.label} />}
            {writable && (
              <button ref={button} type="button" aria-label={`Edit ${field.label}`} onClick={() => setEditing(true)} className="grid size-5 shrink-0 place-items-center rounded-xs text-fg-3 opacity-0 hover:bg-active focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-60">
                <Pencil className="size-3" />
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

