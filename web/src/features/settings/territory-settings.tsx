'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Map as MapIcon, MoreHorizontal, Plus, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { PeoplePicker } from '@/components/people-picker';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Sortable } from '@/components/ui/sortable';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { FilterEditor } from '@/features/records/list/filter-editor';
import { api } from '@/lib/api';
import { useFormats } from '@/lib/format';
import { followJob } from '@/lib/jobs';
import { useType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord, type FilterTree } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { SettingsFrame } from './settings-frame';

const useTerritories = () =>
  useQuery({ queryKey: [...keys.lists('territory'), 'all'], queryFn: async () => (await records.query('territories', { sort: ['position'], limit: 200 })).data });

export function TerritorySettings() {
  const territories = useTerritories();
  const client = useQueryClient();
  const session = useSession().data;
  const mayManage = can(session, 'territory.update');
  const [editing, setEditing] = useState<AnyRecord | 'new' | null>(null);
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: keys.lists('territory') }), client.invalidateQueries({ queryKey: keys.lists('company') })]);
  const order = async (next: AnyRecord[]) => {
    client.setQueryData([...keys.lists('territory'), 'all'], next);
    try {
      for (const [i, t] of next.entries()) if (t.position !== i + 1) await records.update('territories', t.id, t.version, { position: i + 1 });
    } catch (error) {
      toast.error(error);
    }
    await refresh();
  };
  const remove = async (t: AnyRecord) => {
    try {
      await records.remove('territories', t.id, t.version);
      toast.ok(`${t.title} is removed`, { label: 'Undo', run: () => void records.restore('territories', t.id).then(refresh, toast.error) });
    } catch (error) {
      toast.error(error);
    }
    await refresh();
  };
  return (
    <SettingsFrame
      title="Territories"
      lead="Parts of the market. An account belongs to the first territory whose filter it meets, from the top."
      permission="territory.read"
      aside={
        <div className="flex flex-wrap items-center gap-2">
          {mayManage && !!territories.data?.length && <AssignAgain onDone={refresh} />}
          {can(session, 'territory.create') && <Button variant="primary" onClick={() => setEditing('new')}><Plus />New territory</Button>}
        </div>
      }
    >
      {territories.isPending && <SkeletonRows rows={3} />}
      {territories.error && <ErrorState error={territories.error} retry={() => void territories.refetch()} />}
      {territories.data?.length === 0 && <EmptyState icon={MapIcon} title="No territories yet">Divide accounts by country, size or industry, and say who works where.</EmptyState>}
      {!!territories.data?.length && (
        <Card>
          <Sortable label="Territories" items={territories.data} keyOf={t => t.id} nameOf={t => t.title} onOrder={next => void order(next)} disabled={!mayManage}>
            {t => (
              <span className="flex min-h-8 items-center gap-3">
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-sm font-medium">{t.title}</span>
                  <span className="block truncate text-xs text-fg-3">{[t.filter ? 'By filter' : 'Assigned by hand', peopleText([t.members ?? []].flat().length), t.description as string | null].filter(Boolean).join(' · ')}</span>
                </span>
                <Size id={t.id} />
                {mayManage && (
                  <Menu label={`Actions for ${t.title}`} align="end" trigger={<Button variant="ghost" size="icon" aria-label={`Actions for ${t.title}`}><MoreHorizontal /></Button>}>
                    <MenuItem onSelect={() => setEditing(t)}>Change</MenuItem>
                    <MenuItem danger onSelect={() => void remove(t)}>Remove</MenuItem>
                  </Menu>
                )}
              </span>
            )}
          </Sortable>
        </Card>
      )}
      {editing && <TerritoryDialog territory={editing === 'new' ? undefined : editing} next={(territories.data?.length ?? 0) + 1} onClose={() => setEditing(null)} onSaved={refresh} />}
    </SettingsFrame>
  );
}

/** Looks at every account again; what somebody chose by hand stays. */
function AssignAgain({ onDone }: { onDone: () => Promise<unknown> }) {
  const [said, setSaid] = useState<string | null>(null);
  const assign = async () => {
    setSaid('Starting…');
    try {
      const { job_id } = await api.post<{ job_id: string }>('/territories/assign');
      const job = await followJob(job_id, now => setSaid(now.progress.message ?? 'Waiting for its turn'));
      const moved = Number(job.result?.moved ?? 0);
      if (job.status === 'done') toast.ok(moved === 0 ? 'Every account is where it belongs' : `${moved} ${moved === 1 ? 'account has' : 'accounts have'} moved`);
      else toast.error(new Error(job.error ?? 'The round was stopped.'));
    } catch (error) {
      toast.error(error);
    }
    setSaid(null);
    await onDone();
  };
  return (
    <>
      <span role="status" className="num text-xs text-fg-3">{said}</span>
      <Button busy={said !== null} onClick={() => void assign()}><RefreshCw />Assign accounts again</Button>
    </>
  );
}

const peopleText = (n: number) => (n === 0 ? 'Nobody yet' : n === 1 ? '1 person' : `${n} people`);

function Size({ id }: { id: string }) {
  const count = useQuery({
    queryKey: [...keys.lists('company'), 'of-territory', id],
    queryFn: () => records.query('companies', { filter: { field: 'territory_id', op: 'is', value: id }, limit: 1, count: true }),
    retry: false,
  }).data?.total;
  return count === undefined ? null : <span className="num shrink-0 text-xs text-fg-3">{count} {count === 1 ? 'account' : 'accounts'}</span>;
}

function TerritoryDialog({ territory, next, onClose, onSaved }: { territory?: AnyRecord; next: number; onClose: () => void; onSaved: () => Promise<unknown> }) {
  const type = useType('company');
  const format = useFormats();
  const people = usePeople().data ?? [];
  const [name, setName] = useState(String(territory?.name ?? ''));
  const [description, setDescription] = useState(String(territory?.description ?? ''));
  const [members, setMembers] = useState([territory?.members ?? []].flat() as string[]);
  const [filter, setFilter] = useState((territory?.filter ?? null) as FilterTree | null);
  const form = useSubmit(['name', 'description', 'members', 'filter']);
  const matching = useQuery({
    queryKey: [...keys.lists('company'), 'matching', filter],
    queryFn: ({ signal }) => records.query('companies', { filter: filter ?? undefined, limit: 1, count: true }, { signal }),
    enabled: filter !== null,
    retry: false,
  });
  const save = async () => {
    const body = { name: name.trim(), description: description.trim() || null, members, filter };
    const done = await form.submit(() => (territory ? records.update('territories', territory.id, territory.version, body) : records.create('territories', { ...body, position: next })));
    if (!done) return;
    toast.ok(`${body.name} is saved`);
    await onSaved();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={territory ? `Change ${territory.title}` : 'New territory'} className="w-[min(680px,calc(100vw-24px))]">
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
          <PeoplePicker label="Who works here" people={people.filter(p => p.status !== 'deactivated')} value={members} onChange={setMembers} error={form.fields.members} />
          <div>
            <p className="mb-1 text-xs font-medium text-fg-2">Accounts that belong here</p>
            {type && <div className="rounded-lg border border-line p-3"><FilterEditor type={type} filter={filter} onChange={setFilter} format={format} people={people} /></div>}
            <p role="status" className="mt-1 text-xs text-fg-3">
              {form.fields.filter ? <span className="text-red-text">{form.fields.filter}</span> : filter === null ? 'Without conditions accounts are assigned by hand.' : matching.data ? `${format.number(matching.data.total ?? 0)} accounts match` : matching.error ? matching.error.message : 'Counting…'}
            </p>
          </div>
          <Field label="Description">{control => <Textarea {...control} rows={2} value={description} onChange={e => setDescription(e.target.value)} />}</Field>
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>Save</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
