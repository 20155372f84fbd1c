'use client';
import { ChevronDown } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import type { FieldType, RecordType } from '@/lib/meta';
import { Problem, messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { pluralOf, recordPath } from '@/lib/record-routes';
import { records, type RecordRef } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import { titleOf } from '@/lib/record-title';
import { FieldInput } from '../field/field-input';
import { formFields, presetOf } from './form-fields';
import { useCreate } from './use-create';

interface CreateDialogProps {
  type: RecordType;
  /** Values to begin with, by field name. */
  preset?: { get(name: string): string | null };
  onClose: () => void;
  /** Without it the new record opens. */
  onCreated?: (id: string) => void;
}

const wide = new Set(['long_text', 'references', 'multi_choice', 'json']);
const nothing = { get: () => null };

export function CreateDialog({ type, preset = nothing, onClose, onCreated }: CreateDialogProps) {
  const router = useRouter();
  const create = useCreate(type);
  const [values, setValues] = useState(() => presetOf(type, preset));
  const [more, setMore] = useState(false);
  const { first, more: rest } = formFields(type);
  const errors = create.error instanceof Problem ? create.error.byField() : {};
  const hidden = rest.some(f => errors[f.name]);
  const shown = more || hidden ? [...first, ...rest] : first;
  const named = shown.some(f => errors[f.name]);
  const submit = () =>
    create.mutate(Object.fromEntries(Object.entries(values).filter(([, v]) => v !== null && v !== undefined)), {
      onSuccess: record => {
        onClose();
        if (onCreated) onCreated(record.id);
        else router.push(recordPath(type.name, record.id, type.plural));
      },
    });
  return (
    <Dialog open onClose={onClose} title={`New ${type.label.toLowerCase()}`} className="w-[min(640px,calc(100vw-24px))]">
      <form
        className="contents"
        noValidate
        onSubmit={e => {
          e.preventDefault();
          submit();
        }}
        onKeyDown={e => {
          if (e.key === 'Enter' && (e.metaKey || e.ctrlKey)) submit();
        }}
      >
        <DialogBody>
          {create.error && !named && <div className="mb-4"><Notice>{messageOf(create.error)}</Notice></div>}
          <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
            {shown.map((f, i) => (
              <FormField
                key={f.name}
                field={f}
                value={values[f.name]}
                currency={f.currency_field ? (values[f.currency_field] as string | undefined) : undefined}
                error={errors[f.name]}
                autoFocus={i === 0}
                wide={i === 0 || wide.has(f.kind)}
                onChange={value => setValues(now => ({ ...now, [f.name]: value }))}
              />
            ))}
          </div>
          {rest.length > 0 && !hidden && (
            <button type="button" aria-expanded={more} onClick={() => setMore(!more)} className="-ml-2 mt-3 flex h-7 items-center gap-1.5 rounded-md px-2 text-xs text-fg-3 hover:bg-hover hover:text-fg">
              <ChevronDown className={cn('size-3.5 transition-transform', more && 'rotate-180')} />
              {more ? 'Fewer fields' : `${rest.length} more fields`}
            </button>
          )}
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={create.isPending}>Create {type.label.toLowerCase()}</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

interface FormFieldProps {
  field: FieldType;
  value: unknown;
  currency?: string;
  error?: string;
  autoFocus: boolean;
  wide: boolean;
  onChange: (value: unknown) => void;
}

function FormField({ field, value, currency, error, autoFocus, wide: full, onChange }: FormFieldProps) {
  const format = useFormats();
  const people = usePeople().data ?? [];
  const refs = usePresetRefs(field, value);
  return (
    <Field label={field.label} hint={field.help ?? undefined} error={error} required={field.required} className={cn(full && 'sm:col-span-2')}>
      {({ id, ...control }) => (
        <FieldInput id={id} invalid={control['aria-invalid']} describedBy={control['aria-describedby']} field={field} value={value} currency={currency} onChange={onChange} format={format} people={people} refs={refs} autoFocus={autoFocus} />
      )}
    </Field>
  );
}

/** The title of a record that the form was opened for. */
function usePresetRefs(field: FieldType, value: unknown): RecordRef[] {
  const id = field.kind === 'reference' && typeof value === 'string' ? value : '';
  const type = field.ref ?? '';
  const found = useQuery({ queryKey: keys.record(type, id), queryFn: () => records.get(pluralOf(type), id), enabled: id !== '' && type !== '', staleTime: 60_000 });
  return found.data ? [{ id, type, title: titleOf(found.data) }] : [];
}
