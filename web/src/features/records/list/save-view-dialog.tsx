'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { SavedView, ViewDraft } from '@/lib/lists-api';
import type { RecordType } from '@/lib/meta';

type Named = Pick<ViewDraft, 'name' | 'visibility' | 'is_default'>;

interface SaveViewProps {
  view?: SavedView;
  type: RecordType;
  onSave: (named: Named) => Promise<void>;
  onClose: () => void;
}

const sharing = [
  { value: 'private', label: 'Only me' },
  { value: 'team', label: 'My team' },
  { value: 'shared', label: 'Everybody in the workspace' },
];

export function SaveViewDialog({ view, type, onSave, onClose }: SaveViewProps) {
  const [name, setName] = useState(view?.name ?? '');
  const [visibility, setVisibility] = useState<ViewDraft['visibility']>(view?.visibility ?? 'private');
  const [first, setFirst] = useState(view?.is_default ?? false);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const submit = async () => {
    if (!name.trim()) return setMissing(true);
    setBusy(true);
    await onSave({ name: name.trim(), visibility, is_default: first });
    setBusy(false);
  };
  return (
    <Dialog open onClose={onClose} title={view ? 'Name and sharing' : 'Save as a new view'} description="Filter, sorting, columns and layout are kept." className="w-[min(440px,calc(100vw-24px))]">
      <form
        onSubmit={e => {
          e.preventDefault();
          void submit();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          <TextField label="Name" value={name} maxLength={100} error={missing && !name.trim() ? 'Give it a name.' : undefined} onChange={setName} />
          <SelectField label="Who sees it" value={visibility} options={sharing} onChange={v => setVisibility(v as ViewDraft['visibility'])} />
          <label className="flex items-center gap-2 text-sm">
            <input type="checkbox" checked={first} onChange={e => setFirst(e.target.checked)} className="size-4 accent-accent" />
            Open {type.label_plural.toLowerCase()} with this view
          </label>
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button size="md" variant="primary" type="submit" busy={busy}>Save view</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
