'use client';
import { useQueryClient } from '@tanstack/react-query';
import { MoreHorizontal, Plus, Users } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { PeoplePicker } from '@/components/people-picker';
import { SelectField } from '@/components/ui/select-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { can, usePeople, useSession } from '@/lib/session';
import { useTeams, type Team } from '@/lib/teams';
import { useSubmit } from '@/lib/use-submit';
import { SettingsFrame } from './settings-frame';

export function TeamSettings() {
  const teams = useTeams();
  const people = usePeople().data ?? [];
  const mayManage = can(useSession().data, 'people.manage');
  const [editing, setEditing] = useState<Team | 'new' | null>(null);
  const [removing, setRemoving] = useState<Team | null>(null);
  const client = useQueryClient();
  const remove = async (team: Team) => {
    setRemoving(null);
    try {
      await api.delete(`/teams/${team.id}`);
      toast.ok(`${team.name} is removed`);
    } catch (error) {
      toast.error(error);
    }
    await client.invalidateQueries({ queryKey: keys.teams });
  };
  const name = (id: string | null | undefined) => people.find(p => p.id === id)?.name;
  return (
    <SettingsFrame title="Teams" lead="Who works together. Rules of who sees what can reach as far as a team." permission="people.read" aside={mayManage && <Button variant="primary" onClick={() => setEditing('new')}><Plus />New team</Button>}>
      {teams.isPending && <SkeletonRows rows={3} />}
      {teams.error && <ErrorState error={teams.error} retry={() => void teams.refetch()} />}
      {teams.data?.length === 0 && <EmptyState icon={Users} title="No teams yet">Put colleagues into teams, and records can be seen by a team alone.</EmptyState>}
      {!!teams.data?.length && (
        <Card>
          <ul className="divide-y">
            {teams.data.map(t => (
              <li key={t.id} className="flex min-h-12 items-center gap-3 px-4 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-sm font-medium">{t.name}</span>
                  <span className="block truncate text-xs text-fg-3">{[name(t.lead_id) && `Led by ${name(t.lead_id)}`, `${t.member_ids.length} ${t.member_ids.length === 1 ? 'member' : 'members'}`].filter(Boolean).join(' · ')}</span>
                </span>
                <span className="flex gap-1 max-sm:hidden">{t.member_ids.slice(0, 5).flatMap(id => { const n = name(id); return n ? [<Avatar key={id} name={n} size={24} />] : []; })}</span>
                {mayManage && (
                  <Menu label={`Actions for ${t.name}`} align="end" trigger={<Button variant="ghost" size="icon" aria-label={`Actions for ${t.name}`}><MoreHorizontal /></Button>}>
                    <MenuItem onSelect={() => setEditing(t)}>Change</MenuItem>
                    <MenuItem danger onSelect={() => setRemoving(t)}>Remove…</MenuItem>
                  </Menu>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {editing && <TeamDialog team={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
      <ConfirmDialog open={removing !== null} title={`Remove ${removing?.name ?? ''}?`} action="Remove" danger onClose={() => setRemoving(null)} onConfirm={() => removing && void remove(removing)}>
        Its members see through it no more: neither each other’s records, where a rule says “team”, nor what was shared with the team.
      </ConfirmDialog>
    </SettingsFrame>
  );
}

function TeamDialog({ team, onClose }: { team?: Team; onClose: () => void }) {
  const client = useQueryClient();
  const people = (usePeople().data ?? []).filter(p => p.status !== 'deactivated');
  const [name, setName] = useState(team?.name ?? '');
  const [lead, setLead] = useState(team?.lead_id ?? '');
  const [members, setMembers] = useState(team?.member_ids ?? []);
  const form = useSubmit(['name', 'lead_id', 'member_ids']);
  const save = async () => {
    const body = { name: name.trim(), lead_id: lead || null, member_ids: lead && !members.includes(lead) ? [...members, lead] : members };
    if (!(await form.submit(() => (team ? api.patch(`/teams/${team.id}`, body) : api.post('/teams', body))))) return;
    await client.invalidateQueries({ queryKey: keys.teams });
    toast.ok(`${body.name} is saved`);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={team ? `Change ${team.name}` : 'New team'}>
      <form
        className="contents"
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          <TextField label="Name" required value={name} onChange={setName} error={form.fields.name} />
          <PeoplePicker label="Members" people={people} value={members} onChange={setMembers} />
          <SelectField label="Led by" options={[{ value: '', label: 'Nobody in particular' }, ...people.map(p => ({ value: p.id, label: p.name }))]} value={lead} onChange={setLead} error={form.fields.lead_id} />
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>Save</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
