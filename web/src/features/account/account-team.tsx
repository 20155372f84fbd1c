'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { Combobox } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { isMissing } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { can, usePeople, useSession } from '@/lib/session';

interface Member {
  person_id: string;
  name?: string | null;
  role?: string | null;
}

/** Colleagues who work on the account; they see what belongs to it whatever the rules say. */
export function AccountTeam({ company }: { company: string }) {
  const client = useQueryClient();
  const key = keys.related('company', company, 'team');
  const team = useQuery({ queryKey: key, queryFn: async () => (await api.get<{ members: Member[] }>(`/companies/${company}/account-team`)).members, retry: false });
  const people = usePeople().data ?? [];
  const mayEdit = can(useSession().data, 'company.update');
  const [adding, setAdding] = useState(false);
  if (isMissing(team.error)) return null;
  const list = team.data ?? [];
  const put = async (members: Member[]) => {
    client.setQueryData(key, members);
    setAdding(false);
    try {
      await api.put(`/companies/${company}/account-team`, { members: members.map(({ person_id, role }) => ({ person_id, role: role || null })) });
    } catch (error) {
      toast.error(error);
    }
    await client.invalidateQueries({ queryKey: keys.record('company', company) });
  };
  const name = (m: Member) => m.name ?? people.find(p => p.id === m.person_id)?.name ?? 'Somebody';
  const left = people.filter(p => p.status !== 'deactivated' && !list.some(m => m.person_id === p.id)).map(p => ({ value: p.id, label: p.name, hint: p.title ?? undefined }));
  return (
    <section aria-label="Account team" className="border-t px-5 py-3">
      <SectionTitle aside={mayEdit && <Button data-edge variant="ghost" size="icon" aria-label="Add a colleague to the account team" onClick={() => setAdding(!adding)}><Plus /></Button>}>
        Account team <span className="num ml-1 font-normal text-fg-3">{list.length || ''}</span>
      </SectionTitle>
      {team.isPending && <Skeleton className="my-2 w-1/2" />}
      {team.error && <p className="text-sm text-fg-3">Could not be read.</p>}
      {team.data && list.length === 0 && !adding && <p className="pb-1 text-sm text-fg-3">Nobody yet.</p>}
      <ul>
        {list.map(m => (
          <li key={m.person_id} className="group -mx-2 flex min-h-9 items-center gap-2 rounded-md px-2 hover:bg-hover">
            <Avatar name={name(m)} size={22} decorative />
            <span className="min-w-0 flex-1 truncate text-sm">{name(m)}</span>
            <Role key={m.role ?? ''} member={m} name={name(m)} disabled={!mayEdit} onRole={role => void put(list.map(o => (o.person_id === m.person_id ? { ...o, role } : o)))} />
            {mayEdit && <Button variant="ghost" size="icon" aria-label={`Take ${name(m)} out of the account team`} className="size-6 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100" onClick={() => void put(list.filter(o => o.person_id !== m.person_id))}><X /></Button>}
          </li>
        ))}
      </ul>
      {adding && <div className="pt-1"><Combobox label="Colleague" autoFocus value={null} options={left} onChange={o => o && void put([...list, { person_id: o.value, name: o.label, role: null }])} /></div>}
    </section>
  );
}

function Role({ member, name, disabled, onRole }: { member: Member; name: string; disabled: boolean; onRole: (role: string) => void }) {
  const [text, setText] = useState(member.role ?? '');
  if (disabled) return <span className="truncate text-xs text-fg-3">{member.role}</span>;
  return (
    <Input
      aria-label={`What ${name} does here`}
      placeholder="Role"
      maxLength={100}
      value={text}
      onChange={e => setText(e.target.value)}
      onBlur={() => text.trim() !== (member.role ?? '') && onRole(text.trim())}
      onKeyDown={e => e.key === 'Enter' && e.currentTarget.blur()}
      className="h-7 w-28 border-transparent bg-transparent text-right text-xs text-fg-3 hover:border-line"
    />
  );
}
