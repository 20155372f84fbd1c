'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleX, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { SettingsFrame } from './settings-frame';

export function LostReasonSettings() {
  const client = useQueryClient();
  const session = useSession().data;
  const mayManage = can(session, 'lost_reason.update');
  const reasons = useQuery({ queryKey: [...keys.lists('lost_reason'), 'all'], queryFn: async () => (await records.query('lost_reasons', { sort: ['name'], limit: 200 })).data });
  const [name, setName] = useState('');
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      toast.error(error);
    }
    await client.invalidateQueries({ queryKey: keys.lists('lost_reason') });
  };
  const restore = (r: AnyRecord) => ({ label: 'Undo', run: () => void run(() => records.restore('lost_reasons', r.id)) });
  return (
    <SettingsFrame title="Reasons of loss" lead="Why deals are lost, in words you agreed on, so that they can be counted." permission="lost_reason.read">
      {mayManage && (
        <form
          className="mb-4 flex gap-2"
          onSubmit={e => {
            e.preventDefault();
            if (!name.trim()) return;
            void run(() => records.create('lost_reasons', { name: name.trim(), active: true })).then(() => setName(''));
          }}
        >
          <Input aria-label="New reason" placeholder="Price, no decision, lost to…" value={name} onChange={e => setName(e.target.value)} />
          <Button type="submit" size="md" variant="primary"><Plus />Add</Button>
        </form>
      )}
      {reasons.isPending && <SkeletonRows rows={3} />}
      {reasons.error && <ErrorState error={reasons.error} retry={() => void reasons.refetch()} />}
      {reasons.data?.length === 0 && <EmptyState icon={CircleX} title="No reasons yet">Add the first; it is offered when a deal is lost.</EmptyState>}
      {!!reasons.data?.length && (
        <Card>
          <ul className="divide-y">
            {reasons.data.map(r => (
              <li key={r.id} className="flex min-h-11 items-center gap-3 px-4 py-1.5">
                <Rename key={r.version} reason={r} disabled={!mayManage} onName={next => void run(() => records.update('lost_reasons', r.id, r.version, { name: next }))} />
                <span className="text-xs text-fg-3">{r.active === false ? 'Not offered' : 'Offered'}</span>
                <Switch label={`${r.title} is offered for new losses`} checked={r.active !== false} disabled={!mayManage} onChange={active => void run(() => records.update('lost_reasons', r.id, r.version, { active }))} />
                {mayManage && <Button variant="ghost" size="icon" aria-label={`Remove ${r.title}`} onClick={() => void run(async () => { await records.remove('lost_reasons', r.id, r.version); toast.ok(`${r.title} is removed`, restore(r)); })}><Trash2 /></Button>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </SettingsFrame>
  );
}

function Rename({ reason, disabled, onName }: { reason: AnyRecord; disabled: boolean; onName: (name: string) => void }) {
  const [text, setText] = useState(reason.title);
  const save = () => (text.trim() && text.trim() !== reason.title ? onName(text.trim()) : setText(reason.title));
  return (
    <Input
      aria-label={`Name of ${reason.title}`}
      className="flex-1 border-transparent bg-transparent"
      disabled={disabled}
      value={text}
      onChange={e => setText(e.target.value)}
      onBlur={save}
      onKeyDown={e => {
        if (e.key === 'Enter') e.currentTarget.blur();
        if (e.key === 'Escape') setText(reason.title);
      }}
    />
  );
}
