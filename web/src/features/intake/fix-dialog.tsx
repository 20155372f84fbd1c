'use client';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { FieldInput } from '@/features/records/field/field-input';
import { searchRecords } from '@/features/records/field/search-records';
import type { ChangeOperation, ChangeSet } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import { fieldOf, useTypes, type RecordType } from '@/lib/meta';
import { messageOf, Problem } from '@/lib/problem';
import type { RecordRef } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import { inbox, type Correction, type InboxMessage } from './inbox-api';

/** What is put right: values of a change, its record, the change as a whole, or something that was missed. */
export type Fix =
  | { kind: 'change'; set: ChangeSet; operation: ChangeOperation; field?: string }
  | { kind: 'move' | 'drop'; set: ChangeSet; operation: ChangeOperation }
  | { kind: 'add'; type?: string; record?: RecordRef | null; values?: Record<string, unknown> };

interface FixDialogProps {
  message: string;
  fix: Fix;
  onClose: () => void;
  onDone: (message: InboxMessage) => void;
}

const titles = { change: 'Put right', move: 'Another record', drop: 'Take out', add: 'Add what was missed' };
const kinds = ['company', 'contact', 'deal', 'task', 'interaction', 'issue', 'objection', 'feedback'];

export function FixDialog({ message, fix, onClose, onDone }: FixDialogProps) {
  const types = useTypes().data ?? [];
  const [name, setName] = useState(fix.kind === 'add' ? (fix.type ?? 'deal') : fix.operation.record_type);
  const type = types.find(t => t.name === name);
  const [values, setValues] = useState<Record<string, unknown>>(() => given(fix));
  const [record, setRecord] = useState<ComboOption | null>(fix.kind === 'add' && fix.record ? { value: fix.record.id, label: fix.record.title } : null);
  const save = useMutation({
    mutationFn: () => inbox.correct(message, correction(fix, name, values, record?.value ?? null)),
    onSuccess: answer => {
      onDone(answer);
      onClose();
    },
  });
  const target = fix.kind === 'add' ? null : fix.operation.record_title;
  const pick = (label: string) => type && (
    <Field label={label}>
      {control => <Combobox id={control.id} label={label} value={record} options={(text, signal) => searchRecords(type.name, text, signal)} onChange={setRecord} />}
    </Field>
  );
  return (
    <Dialog open onClose={onClose} title={titles[fix.kind]} description={target} className="w-[min(480px,calc(100vw-24px))]">
      <form
        className="contents"
        noValidate
        onSubmit={e => {
          e.preventDefault();
          save.mutate();
        }}
      >
        <DialogBody className="flex flex-col gap-3.5">
          {save.isError && <Notice>{messageOf(save.error)}</Notice>}
          {fix.kind === 'drop' && <p className="text-sm text-fg-2">{fix.operation.op === 'create' ? 'The record that was made goes into the bin.' : 'Each field gets back the value it had.'}</p>}
          {fix.kind === 'move' && pick(`Right ${type?.label.toLowerCase() ?? 'record'}`)}
          {fix.kind === 'add' && (
            <>
              <SelectField label="What" options={types.filter(t => kinds.includes(t.name)).map(t => ({ value: t.name, label: t.label }))} value={name} onChange={n => (setName(n), setValues({}), setRecord(null))} />
              {pick('Record, empty for a new one')}
            </>
          )}
          {type && fix.kind === 'change' && <Values type={type} names={fix.field ? [fix.field] : fix.operation.fields.map(f => f.field)} values={values} onChange={setValues} error={save.error} />}
          {type && fix.kind === 'add' && <Chosen type={type} values={values} onChange={setValues} error={save.error} />}
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant={fix.kind === 'drop' ? 'danger' : 'primary'} busy={save.isPending} disabled={fix.kind === 'move' && !record}>{fix.kind === 'drop' ? 'Take out' : 'Save'}</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function given(fix: Fix): Record<string, unknown> {
  if (fix.kind === 'change') return Object.fromEntries(fix.operation.fields.filter(f => !fix.field || f.field === fix.field).map(f => [f.field, f.after]));
  return fix.kind === 'add' ? { ...fix.values } : {};
}

/** Only what was changed in the form is sent. */
function correction(fix: Fix, type: string, values: Record<string, unknown>, record: string | null): Correction {
  if (fix.kind === 'add') return { kind: 'add', record_type: type, record_id: record, values };
  const which = { change_set_id: fix.set.id, operation_id: fix.operation.id };
  if (fix.kind === 'move') return { kind: 'move', ...which, record_id: record ?? '' };
  if (fix.kind === 'drop') return { kind: 'drop', ...which };
  const was = given(fix);
  return { kind: 'change', ...which, values: Object.fromEntries(Object.entries(values).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field]))) };
}

interface ValuesProps {
  type: RecordType;
  values: Record<string, unknown>;
  onChange: (values: Record<string, unknown>) => void;
  error: unknown;
}

function Values({ type, names, values, onChange, error }: ValuesProps & { names: string[] }): ReactNode {
  const format = useFormats();
  const people = usePeople().data ?? [];
  const wrong = error instanceof Problem ? error.field : undefined;
  return names.map((name, i) => {
    const field = fieldOf(type, name);
    if (!field || field.read_only) return null;
    const currency = field.currency_field ? (values[field.currency_field] as string | null | undefined) : null;
    return (
      <Field key={name} label={field.label} error={wrong === name ? messageOf(error) : undefined}>
        {({ id, ...control }) => (
          <FieldInput id={id} invalid={control['aria-invalid']} describedBy={control['aria-describedby']} field={field} value={values[name]} currency={currency} format={format} people={people} onChange={value => onChange({ ...values, [name]: value })} autoFocus={i === 0} />
        )}
      </Field>
    );
  });
}

/** A field is chosen, then it has its input. */
function Chosen({ type, values, onChange, error }: ValuesProps) {
  const options = type.fields.filter(f => !f.read_only && !f.derived && !(f.name in values)).map(f => ({ value: f.name, label: f.label }));
  return (
    <>
      <Values type={type} names={Object.keys(values)} values={values} onChange={onChange} error={error} />
      <Field label="Field">
        {control => <Combobox key={Object.keys(values).length} id={control.id} label="Field" value={null} options={options} onChange={o => o && onChange({ ...values, [o.value]: null })} />}
      </Field>
    </>
  );
}

/** What it has led to is taken back first; the text may be put right before. */
export function ReplayDialog({ message, onClose, onDone }: { message: InboxMessage; onClose: () => void; onDone: (message: InboxMessage) => void }) {
  const [text, setText] = useState(message.text);
  const again = useMutation({
    mutationFn: () => inbox.replay(message.id, text === message.text ? undefined : text),
    onSuccess: answer => {
      onDone(answer);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title="Read again" description="What it has led to is taken back, then it is read with what is known by now.">
      <form
        className="contents"
        onSubmit={e => {
          e.preventDefault();
          again.mutate();
        }}
      >
        <DialogBody className="flex flex-col gap-3">
          {again.isError && <Notice>{messageOf(again.error)}</Notice>}
          <Field label="Text">{control => <Textarea {...control} rows={8} value={text} onChange={e => setText(e.target.value)} />}</Field>
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={again.isPending} disabled={!text.trim()}>Read again</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
