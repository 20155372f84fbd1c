'use client';
import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { FieldKind, FieldType, RecordType } from '@/lib/meta';
import { isConflict, messageOf } from '@/lib/problem';
import type { AnyRecord, Provenance } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { FieldInput } from '../field/field-input';
import { fieldText } from '../field/field-text';
import { FieldValue } from '../field/field-value';
import { refsOf } from '../field/references';
import { ProvenanceHint } from './provenance-hint';
import { useUpdate } from './use-record';

interface InlineFieldProps {
  type: RecordType;
  field: FieldType;
  record: AnyRecord;
  format: Formats;
  people: Person[];
  names: Map<string, string>;
  provenance?: Provenance;
  editable: boolean;
}

/** Choosing is saying yes: these save as soon as a value is picked. */
const saveOnPick = new Set<FieldKind>(['choice', 'person', 'reference', 'boolean', 'country']);
const stacked = new Set<FieldKind>(['long_text', 'references', 'multi_choice']);

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export function InlineField(props: InlineFieldProps) {
  const { field, record, format, names, provenance, editable } = props;
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const writable = editable && !field.read_only;
  const stack = stacked.has(field.kind) && (editing || String(record[field.name] ?? '').length > 40);
  const done = (refocus: boolean) => {
    setEditing(false);
    if (refocus) requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <div className={cn('group relative -mx-2 flex min-h-8 rounded-md px-2 py-1', stack ? 'flex-col' : 'items-start', !editing && 'hover:bg-hover')}>
      <dt className="flex min-h-6 w-[124px] shrink-0 items-center gap-1 pr-2 text-fg-3">
        <span className="truncate" title={field.label}>{field.label}</span>
      </dt>
      <dd
        className={cn('flex min-h-6 min-w-0 flex-1 items-center gap-1.5 text-fg', writable && !editing && 'cursor-default')}
        onClick={e => writable && !editing && !(e.target as Element).closest('a, button') && setEditing(true)}
      >
        {editing ? (
          <Editor {...props} onDone={done} />
        ) : (
          <>
            <span className="flex min-w-0 flex-1"><FieldValue field={field} record={record} format={format} people={names} /></span>
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

function Editor({ type, field, record, format, people, names, onDone }: InlineFieldProps & { onDone: (refocus: boolean) => void }) {
  const update = useUpdate(type, record.id);
  const [draft, setDraft] = useState<unknown>(record[field.name]);
  const start = useRef(record[field.name]);
  const box = useRef<HTMLFormElement>(null);
  const over = useRef(false);
  const currency = field.currency_field ? (record[field.currency_field] as string | null) : null;
  const nameOf = (id: string) => names.get(id) ?? refsOf(record, field.name).find(r => r.id === id)?.title;

  const save = (value: unknown, refocus: boolean) => {
    if (update.isPending || over.current) return;
    if (same(value, start.current) && !update.error) return onDone(refocus);
    const unit = field.currency_field && !currency && value !== null ? { [field.currency_field]: format.currency } : {};
    update.mutate(
      { [field.name]: value, ...unit },
      {
        onSuccess: () => {
          over.current = true;
          onDone(refocus);
        },
      },
    );
  };
  const cancel = () => {
    over.current = true;
    onDone(true);
  };
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);

  return (
    <form
      ref={box}
      noValidate
      className="min-w-0 flex-1"
      onSubmit={e => {
        e.preventDefault();
        save(draft, true);
      }}
      onKeyDown={e => {
        if (e.key === 'Escape') {
          e.stopPropagation();
          cancel();
        } else if (e.key === 'Enter' && field.kind === 'long_text' && (e.metaKey || e.ctrlKey)) {
          save(draft, true);
        }
      }}
      onBlur={e => {
        if (!e.currentTarget.contains(e.relatedTarget)) save(draft, false);
      }}
    >
      <FieldInput
        field={field}
        value={draft}
        refs={refsOf(record, field.name)}
        currency={currency}
        format={format}
        people={people}
        invalid={update.isError}
        onChange={value => {
          setDraft(value);
          if (saveOnPick.has(field.kind)) save(value, true);
        }}
      />
      <button type="submit" hidden>Save</button>
      {field.kind === 'long_text' && <p className="mt-1 text-2xs text-fg-3">Ctrl or ⌘ with Enter saves, Escape leaves it as it was.</p>}
      {update.error && (
        <div role="alert" className="mt-1 text-xs text-red-text">
          {isConflict(update.error) ? (
            <>
              Changed meanwhile to “{fieldText(field, record[field.name], format, nameOf)}”. Yours is not saved.{' '}
              <button type="submit" className="font-medium underline">Save mine</button>{' '}
              <button type="button" onClick={cancel} className="font-medium underline">Keep theirs</button>
            </>
          ) : (
            messageOf(update.error)
          )}
        </div>
      )}
    </form>
  );
}
