'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { useSubmit } from '@/lib/use-submit';
import { roles } from '@/lib/workspace-options';

const blank = { name: '', email: '', title: '', role: 'member' };

export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return open ? <Invite onClose={onClose} /> : null;
}

function Invite({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [person, setPerson] = useState(blank);
  const [link, setLink] = useState<string | null>(null);
  const form = useSubmit(['name', 'email', 'role', 'title']);
  const change = (part: Partial<typeof blank>) => setPerson({ ...person, ...part });
  const invite = () =>
    void form.submit(async () => {
      const { title, ...rest } = person;
      const made = await api.post<{ invite_link: string }>('/people', title ? { ...rest, title } : rest);
      setLink(made.invite_link);
      await client.invalidateQueries({ queryKey: keys.people });
    });
  if (link) {
    return (
      <Dialog open onClose={onClose} title={`${person.name} is invited`} description="Send this link yourself. It works once and is not shown again.">
        <DialogBody><CopyField label="Invitation link" value={link} /></DialogBody>
        <DialogFooter><Button size="md" variant="primary" onClick={onClose}>Done</Button></DialogFooter>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="Invite somebody">
      <form
        className="contents"
        onSubmit={e => {
          e.preventDefault();
          invite();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          <TextField label="Name" required autoFocus value={person.name} onChange={name => change({ name })} error={form.fields.name} />
          <TextField label="E-mail" type="email" required value={person.email} onChange={email => change({ email })} error={form.fields.email} />
          <TextField label="Title" value={person.title} onChange={title => change({ title })} error={form.fields.title} />
          <SelectField label="Role" hint={roles.find(r => r.value === person.role)?.hint} options={roles} value={person.role} onChange={role => change({ role })} error={form.fields.role} />
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>Make the link</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
