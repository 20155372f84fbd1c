'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { DateInput } from '@/components/ui/date-input';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { usePeople } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';

const scopes = [
  { value: 'read', hint: 'read records' },
  { value: 'write', hint: 'read and change records' },
  { value: 'intake', hint: 'hand in texts' },
  { value: 'admin', hint: 'everything, people and settings too' },
];

export function TokenDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return open ? <MakeToken onClose={onClose} /> : null;
}

function MakeToken({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const people = usePeople().data ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(['read']);
  const [person, setPerson] = useState('');
  const [expires, setExpires] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const form = useSubmit(['name', 'scopes', 'expires_at', 'person_id']);
  const make = () =>
    void form.submit(async () => {
      const body = { name, scopes: chosen, ...(person && { person_id: person }), ...(expires && { expires_at: `${expires}T00:00:00Z` }) };
      setSecret((await api.post<{ token: string }>('/tokens', body)).token);
      await client.invalidateQueries({ queryKey: keys.tokens });
    });
  if (secret) {
    return (
      <Dialog open onClose={onClose} title="Copy your token now" description="It is not shown again.">
        <DialogBody><CopyField label="Token" value={secret} /></DialogBody>
        <DialogFooter><Button size="md" variant="primary" onClick={onClose}>Done</Button></DialogFooter>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="New API token">
      <form
        className="contents"
        onSubmit={e => {
          e.preventDefault();
          make();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          <TextField label="Name" placeholder="What uses it" required autoFocus value={name} onChange={setName} error={form.fields.name} />
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 text-xs font-medium text-fg-2">May</legend>
            {scopes.map(s => (
              <label key={s.value} className="flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  checked={chosen.includes(s.value)}
                  onChange={e => setChosen(e.target.checked ? [...chosen, s.value] : chosen.filter(c => c !== s.value))}
                  className="size-4 accent-accent"
                />
                <span className="w-14 font-medium">{s.value}</span>
                <span className="text-fg-3">{s.hint}</span>
              </label>
            ))}
            {form.fields.scopes && <p className="text-xs text-red-text">{form.fields.scopes}</p>}
          </fieldset>
          <SelectField label="Acts as" hint="What it writes is signed with this name." options={[{ value: '', label: 'Itself' }, ...people.map(p => ({ value: p.id, label: p.name }))]} value={person} onChange={setPerson} error={form.fields.person_id} />
          <Field label="Expires" hint="Empty: never" error={form.fields.expires_at}>{control => <DateInput {...control} value={expires} onChange={setExpires} />}</Field>
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy} disabled={chosen.length === 0}>Make token</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
