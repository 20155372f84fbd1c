'use client';
import { useQueryClient } from '@tanstack/react-query';
import { MoreHorizontal, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { awayText } from '@/lib/absence';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { can, usePeople, useSession, type Person } from '@/lib/session';
import { viewAs } from '@/lib/view-as';
import { roles } from '@/lib/workspace-options';
import { InviteDialog } from './invite-dialog';
import { PersonDialog } from './person-dialog';
import { SettingsFrame } from './settings-frame';

export function PeopleSettings() {
  const people = usePeople();
  const session = useSession().data;
  const mayManage = can(session, 'people.manage');
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<{ name: string; url: string } | null>(null);
  return (
    <SettingsFrame
      title="People"
      lead="Who works in this workspace, and what they may do."
      permission="people.read"
      aside={mayManage && <Button variant="primary" onClick={() => setInviting(true)}><UserPlus />Invite</Button>}
    >
      {people.isPending && <SkeletonRows rows={4} />}
      {people.error && <ErrorState error={people.error} retry={() => void people.refetch()} />}
      {people.data && (
        <Card>
          <ul className="divide-y">
            {people.data.map(p => (
              <PersonRow key={p.id} person={p} mayManage={mayManage && p.id !== session?.person.id} onLink={url => setLink({ name: p.name, url })} />
            ))}
          </ul>
        </Card>
      )}
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
      <Dialog open={link !== null} onClose={() => setLink(null)} title={`Link for ${link?.name ?? ''}`} description="It works once and is not shown again.">
        <DialogBody>{link && <CopyField label="One-time link" value={link.url} />}</DialogBody>
        <DialogFooter><Button size="md" onClick={() => setLink(null)}>Done</Button></DialogFooter>
      </Dialog>
    </SettingsFrame>
  );
}

function PersonRow({ person, mayManage, onLink }: { person: Person; mayManage: boolean; onLink: (url: string) => void }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const mayViewAs = can(useSession().data, 'people.manage');
  const format = useFormats();
  const off = person.status === 'deactivated';
  const change = async (part: Partial<Person>, said: string) => {
    try {
      await api.patch(`/people/${person.id}`, part);
      toast.ok(said);
    } catch (error) {
      toast.error(error);
    }
    await client.invalidateQueries({ queryKey: keys.people });
  };
  const resetLink = async () => {
    try {
      onLink((await api.post<{ link: string }>(`/people/${person.id}/reset-link`)).link);
    } catch (error) {
      toast.error(error);
    }
  };
  return (
    <li className="flex items-center gap-3 px-4 py-2.5 max-sm:flex-wrap">
      <Avatar name={person.name} size={28} decorative className={off ? 'opacity-40' : undefined} />
      <span className="min-w-0 flex-1 leading-[18px] max-sm:basis-2/3">
        <span className="flex items-center gap-2">
          <span className="truncate text-sm font-medium">{person.name}</span>
          {person.status === 'invited' && <Badge tone="amber">Invited</Badge>}
          {off && <Badge>Deactivated</Badge>}
        </span>
        <span className="block truncate text-xs text-fg-3">{[person.email, person.title, awayText(person, format)].filter(Boolean).join(' · ')}</span>
      </span>
      <Select
        aria-label={`Role of ${person.name}`}
        className="w-32"
        disabled={!mayManage || off}
        options={roles}
        value={person.role}
        onChange={e => void change({ role: e.target.value }, `${person.name} is now ${e.target.value}`)}
      />
      {mayManage ? (
        <Menu label={`Actions for ${person.name}`} align="end" trigger={<Button variant="ghost" size="icon" aria-label={`Actions for ${person.name}`}><MoreHorizontal /></Button>}>
          <MenuItem onSelect={() => setEditing(true)}>Change…</MenuItem>
          {mayViewAs && !off && <MenuItem onSelect={() => void viewAs(client, person.id).catch(toast.error)}>View as {person.name}</MenuItem>}
          <MenuItem onSelect={() => void resetLink()}>Make a password link</MenuItem>
          {off ? (
            <MenuItem onSelect={() => void change({ status: 'active' }, `${person.name} can sign in again`)}>Activate</MenuItem>
          ) : (
            <MenuItem danger onSelect={() => setAsking(true)}>Deactivate</MenuItem>
          )}
        </Menu>
      ) : (
        <span className="w-7" />
      )}
      {editing && <PersonDialog person={person} onClose={() => setEditing(false)} />}
      <ConfirmDialog
        open={asking}
        title={`Deactivate ${person.name}?`}
        action="Deactivate"
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void change({ status: 'deactivated' }, `${person.name} is deactivated`);
        }}
      >
        Sessions and tokens end at once. The name stays in the history of records.
      </ConfirmDialog>
    </li>
  );
}
