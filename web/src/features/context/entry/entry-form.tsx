'use client';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import type { KindInfo } from '../context-api';
import { DetailInput } from './detail-input';
import { filledIn, unknownDetails, words, detailText, type Details } from './details';
import { useDetailRefs } from './details-view';
import { MarkdownEditor } from './markdown-editor';
import type { Values } from './merge';
import { PropertyFields } from './property-fields';
import { useEntryLabels } from './use-kinds';

const PolicyBeside = dynamic(() => import('../policy/policy-beside').then(m => m.PolicyBeside), { ssr: false });

interface EntryFormProps {
  type: RecordType;
  /** Kinds of the category, one of which the entry is of. */
  kinds: KindInfo[];
  values: Values;
  record?: AnyRecord;
  errors: Record<string, string>;
  problem: string | null;
  busy: boolean;
  saveLabel: string;
  /** Above the fields: what has to be decided before it can be saved. */
  notice?: ReactNode;
  blocked?: boolean;
  onChange: (field: string, value: unknown) => void;
  onSave: () => void;
  onCancel: () => void;
}

/** Everything of an entry that a person writes: the typed fields of its kind, its text, and for whom and when it holds. */
export function EntryForm({ type, kinds, values, record, errors, problem, busy, saveLabel, notice, blocked, onChange, onSave, onCancel }: EntryFormProps) {
  const format = useFormats();
  const people = usePeople().data ?? [];
  const label = useEntryLabels();
  const [focused] = useState(!record);
  const kind = kinds.find(k => k.kind === values.kind);
  const fields = kind?.fields ?? [];
  const details = (values.details ?? {}) as Details;
  const refs = useDetailRefs(fields, details);
  const detail = (name: string, value: unknown) => onChange('details', { ...details, [name]: value });
  const other = kind ? unknownDetails(details, fields) : [];
  return (
    <form
      noValidate
      aria-label={record ? 'Edit entry' : 'New entry'}
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={e => {
        e.preventDefault();
        onSave();
      }}
      onKeyDown={e => {
        if ((e.key === 'Enter' || e.key === 's') && (e.metaKey || e.ctrlKey)) {
          e.preventDefault();
          onSave();
        }
      }}
    >
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className={cn('mx-auto grid max-w-[1180px] gap-6 p-5 max-md:p-3.5 lg:grid-cols-[minmax(0,1fr)_340px]')}>
          {(notice || problem) && <div className="flex flex-col gap-3 lg:col-span-2">{notice}{problem && <Notice>{problem}</Notice>}</div>}
          <div className="flex min-w-0 flex-col gap-4">
            <Field label="Title" required error={errors.title}>
              {control => <Input {...control} autoFocus={focused} maxLength={500} value={String(values.title ?? '')} onChange={e => onChange('title', e.target.value)} className="h-10 text-base font-medium" />}
            </Field>
            {kinds.length > 1 && (
              <Field label="Kind" error={errors.kind}>
                {control => <Select {...control} options={kinds.map(k => ({ value: k.kind, label: label('kind', k.kind) }))} value={String(values.kind ?? '')} onChange={e => onChange('kind', e.target.value)} />}
              </Field>
            )}
            {errors.details && <Notice>{errors.details}</Notice>}
            {filledIn(fields).map(f => <DetailInput key={`${kind?.kind}-${f.name}`} field={f} value={details[f.name]} onChange={v => detail(f.name, v)} format={format} people={people} refs={refs} />)}
            {other.length > 0 && (
              <div className="rounded-lg border border-line bg-subtle px-3 py-2 text-sm">
                <p className="text-xs text-fg-3">Not part of this kind. Take it out, or choose a kind that has it.</p>
                {other.map(name => (
                  <p key={name} className="flex items-center gap-2">
                    <span className="min-w-0 flex-1 break-words"><span className="text-fg-3">{words(name)}:</span> {detailText(details[name])}</span>
                    <Button size="xs" onClick={() => onChange('details', Object.fromEntries(Object.entries(details).filter(([n]) => n !== name)))}>Take out</Button>
                  </p>
                ))}
              </div>
            )}
            <MarkdownEditor label="Text" max={100_000} error={errors.body} value={String(values.body ?? '')} onChange={v => onChange('body', v)} />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            {fields.some(f => f.name === 'clause') && <PolicyBeside entry={record?.id} details={details} onDetails={v => onChange('details', v)} />}
            <section aria-label="Properties" className="flex flex-col gap-3">
              <PropertyFields type={type} values={values} record={record} errors={errors} format={format} people={people} onChange={onChange} />
            </section>
          </div>
        </div>
      </div>
      <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t bg-subtle px-5 py-2.5 max-md:px-3.5">
        <span className="mr-auto text-xs text-fg-3 max-md:hidden">Ctrl or ⌘ with Enter saves. What you write is kept in this browser until then.</span>
        <Button size="md" onClick={onCancel}>Cancel</Button>
        <Button size="md" type="submit" variant="primary" busy={busy} disabled={blocked}>{saveLabel}</Button>
      </footer>
    </form>
  );
}
