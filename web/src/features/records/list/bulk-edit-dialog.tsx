'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { usePeople } from '@/lib/session';
import { FieldInput } from '../field/field-input';

interface BulkEditProps {
  open: boolean;
  type: RecordType;
  count: string;
  busy: boolean;
  onClose: () => void;
  onSave: (fields: Record<string, unknown>) => void;
}

export function BulkEditDialog({ open, ...rest }: BulkEditProps) {
  return open ? <BulkEdit {...rest} /> : null;
}

function BulkEdit({ type, count, busy, onClose, onSave }: Omit<BulkEditProps, 'open'>) {
  const format = useFormats();
  const people = usePeople().data ?? [];
  const fields = type.fields.filter(f => !f.read_only && f.name !== type.title_field);
  const [name, setName] = useState((fields.find(f => f.kind === 'choice') ?? fields[0])?.name ?? '');
  const [value, setValue] = useState<unknown>(null);
  const field = fields.find(f => f.name === name);
  return (
    <Dialog open onClose={onClose} title={`Edit ${count}`} description="One field gets the same value everywhere. Empty clears it.">
      <DialogBody className="flex min-h-40 flex-col gap-4">
        <SelectField
          label="Field"
          options={fields.map(f => ({ value: f.name, label: f.label }))}
          value={name}
          onChange={next => {
            setName(next);
            setValue(null);
          }}
        />
        {field && (
          <Field label="New value">
            {control => <FieldInput key={name} {...control} field={field} value={value} onChange={setValue} format={format} people={people} />}
          </Field>
        )}
      </DialogBody>
      <DialogFooter>
        <Button size="md" onClick={onClose}>Cancel</Button>
        <Button size="md" variant="primary" busy={busy} onClick={() => onSave({ [name]: value })}>Change {count}</Button>
      </DialogFooter>
    </Dialog>
  );
}
