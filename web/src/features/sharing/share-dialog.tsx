'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Users, X } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { messageOf } from '@/lib/problem';
import { usePeople } from '@/lib/session';
import { useTeams } from '@/lib/teams';
import { sharesKey, sightKey, useShares, type Share } from './sharing-api';
import { SightList } from './sight-list';

const levels = [{ value: 'read', label: 'Sees it' }, { value: 'write', label: 'Changes it' }];

interface ShareDialogProps {
  type: string;
  plural: string;
  id: string;
  title: string;
  mayShare: boolean;
  onClose: () => void;
}

/** Shows one record to colleagues and teams beyond what the rules say, and why each person sees it. */
export function ShareDialog({ type, plural, id, title, mayShare, onClose }: ShareDialogProps) {
  const client = useQueryClient();
  const shares = useShares(type, plural, id);
  const people = usePeople().data ?? [];
  const teams = useTeams().data ?? [];
  const [level, setLevel] = useState('read');
  const [error, setError] = useState<unknown>(null);
  const path = `/${plural}/${id}/shares`;
  const list = shares.data ?? [];
  const run = async (work: () => Promise<unknown>) => {
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
    await Promise.all([client.invalidateQueries({ queryKey: sharesKey(type, id) }), client.invalidateQueries({ queryKey: sightKey(type, id) })]);
  };
  const options = [
    ...teams.filter(t => !list.some(s => s.team_id === t.id)).map(t => ({ value: `team ${t.id}`, label: t.name, hint: 'Team', icon: <Users className="size-4 text-fg-3" /> })),
    ...people.filter(p => p.status === 'active' && !list.some(s => s.person_id === p.id)).map(p => ({ value: `person ${p.id}`, label: p.name, hint: p.title ?? p.email, icon: <Avatar name={p.name} size={18} decorative /> })),
  ];
  const name = (s: Share) => (s.team_id ? teams.find(t => t.id === s.team_id)?.name : people.find(p => p.id === s.person_id)?.name) ?? 'Somebody';
  const body = (kind: string, who: string, right: string) => ({ [`${kind}_id`]: who, level: right });
  return (
    <Dialog open onClose={onClose} title={`Share ${title}`} description="Beyond what the rules of the workspace allow anyway." className="w-[min(620px,calc(100vw-24px))]">
      <DialogBody className="flex flex-col gap-4">
        {error !== null && <Notice>{messageOf(error)}</Notice>}
        {mayShare && (
          <div className="flex gap-2">
            <Combobox
              label="Colleague or team"
              value={null}
              options={options}
              placeholder="Share with a colleague or a team…"
              onChange={o => {
                if (!o) return;
                const [kind = '', who = ''] = o.value.split(' ');
                void run(async () => {
                  await api.post(path, body(kind, who, level));
                  toast.ok(`Shared with ${o.label}`);
                });
              }}
            />
            <Select aria-label="What they may do" className="w-32 shrink-0" options={levels} value={level} onChange={e => setLevel(e.target.value)} />
          </div>
        )}
        {shares.isPending && <SkeletonRows rows={2} />}
        {shares.error && <Notice>{messageOf(shares.error)}</Notice>}
        {shares.data && list.length === 0 && <p className="text-sm text-fg-3">Shared with nobody in particular.</p>}
        {list.length > 0 && (
          <ul aria-label="Shared with" className="divide-y rounded-lg border border-line">
            {list.map(s => (
              <li key={s.id} className="flex min-h-11 items-center gap-2.5 px-3 text-sm">
                {s.team_id ? <Users aria-hidden className="size-5 text-fg-3" /> : <Avatar name={name(s)} size={22} decorative />}
                <span className="min-w-0 flex-1 truncate">{name(s)}</span>
                <Select
                  aria-label={`What ${name(s)} may do`}
                  className="w-32 shrink-0"
                  disabled={!mayShare}
                  options={levels}
                  value={s.level}
                  onChange={e => void run(() => api.post(path, body(s.team_id ? 'team' : 'person', s.team_id ?? s.person_id ?? '', e.target.value)))}
                />
                {mayShare && <Button variant="ghost" size="icon" aria-label={`Stop sharing with ${name(s)}`} onClick={() => void run(() => api.delete(`${path}/${s.id}`))}><X /></Button>}
              </li>
            ))}
          </ul>
        )}
        <SightList type={type} plural={plural} id={id} />
      </DialogBody>
      <DialogFooter><Button size="md" onClick={onClose}>Done</Button></DialogFooter>
    </Dialog>
  );
}
