'use client';
import { useEffect, useRef, useState } from 'react';
import type { FieldKind } from '@/lib/meta';
import { isConflict, messageOf } from '@/lib/problem';
import { FieldInput } from '../field/field-input';
import { fieldText } from '../field/field-text';
import { refsOf } from '../field/references';
import type { InlineFieldProps } from './inline-field';
import { useUpdate } from './use-record';

/** Choosing is saying yes: these save as soon as a value is picked. */
const saveOnPick = new Set<FieldKind>(['choice', 'person', 'reference', 'boolean', 'country']);
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

type InlineEditorProps = Pick<InlineFieldProps, 'type' | 'field' | 'record' | 'format' | 'people' | 'names'>;

export function InlineEditor({ type, field, record, format, people, names, onDone }: InlineEditorProps & { onDone: (refocus: boolean) => void }) {
  const [began] = useState<unknown>(record[field.name]);
  const update = useUpdate(type, record.id, record, { [field.name]: began });
  const [draft, setDraft] = useState<unknown>(began);
  const box = useRef<HTMLFormElement>(null);
  const over = useRef(false);
  const currency = field.currency_field ? (record[field.currency_field] as string | null) : null;
  const nameOf = (id: string) => names.get(id) ?? refsOf(record, field.name).find(r => r.id === id)?.title;

  const save = (value: unknown, refocus: boolean) => {
    if (update.isPending || over.current) return;
    if (same(value, began) && !update.error) return onDone(refocus);
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
        autoFocus
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
