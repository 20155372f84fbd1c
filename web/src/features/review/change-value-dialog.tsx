'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { FieldInput } from '@/features/records/field/field-input';
import { refsOf } from '@/features/records/field/references';
import { useRecord, useUpdate } from '@/features/records/page/use-record';
import type { ChangeOperation } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import { fieldOf, useType, type FieldType, type RecordType } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import type { AnyRecord } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import { titleOf } from '@/lib/record-title';

interface ChangeValueProps {
  operation: ChangeOperation;
  field: string;
  onClose: () => void;
}

/** Puts a single value right where it was read wrongly, without leaving the conversation. */
export function ChangeValueDialog({ operation, field: name, onClose }: ChangeValueProps) {
  const type = useType(operation.record_type);
  const record = useRecord(type, operation.record_id);
  const field = type && fieldOf(type, name);
  return (
    <Dialog open onClose={onClose} title={field ? `Change ${field.label.toLowerCase()}` : 'Change'} description={record.data && titleOf(record.data, type)} className="w-[min(440px,calc(100vw-24px))]">
      {record.isError && <DialogBody><ErrorState error={record.error} retry={() => void record.refetch()} /></DialogBody>}
      {record.isPending && <DialogBody><SkeletonRows rows={2} /></DialogBody>}
      {type && field && record.data && <ValueForm type={type} field={field} record={record.data} onClose={onClose} />}
    </Dialog>
  );
}

function ValueForm({ type, field, record, onClose }: { type: RecordType; field: FieldType; record: AnyRecord; onClose: () => void }) {
  const format = useFormats();
  const people = usePeople().data ?? [];
  const update = useUpdate(type, record.id);
  const [value, setValue] = useState<unknown>(record[field.name]);
  const currency = field.currency_field ? (record[field.currency_field] as string | null) : null;
  const save = () =>
    update.mutate({ [field.name]: value }, {
      onSuccess: () => {
        toast.ok(`${field.label} changed`);
        onClose();
      },
    });
  return (
    <form
      className="contents"
      noValidate
      onSubmit={e => {
        e.preventDefault();
        save();
      }}
    >
      <DialogBody>
        <Field label={field.label} hint={field.help ?? undefined} error={update.isError ? messageOf(update.error) : undefined}>
          {({ id, ...control }) => (
            <FieldInput id={id} invalid={control['aria-invalid']} describedBy={control['aria-describedby']} field={field} value={value} currency={currency} refs={refsOf(record, field.name)} format={format} people={people} onChange={setValue} autoFocus />
          )}
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button size="md" onClick={onClose}>Cancel</Button>
        <Button type="submit" size="md" variant="primary" busy={update.isPending}>Save</Button>
      </DialogFooter>
    </form>
  );
}
