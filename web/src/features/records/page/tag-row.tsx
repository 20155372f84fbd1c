'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { toast } from '@/components/ui/toast';
import { fieldOf, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { toneOf } from '@/lib/tone';
import { refsOf } from '../field/references';
import { useUpdate } from './use-record';

const fresh = 'new:';

/** Tags of a record; one that is not there yet is made by typing it. */
export function TagRow({ type, record }: { type: RecordType; record: AnyRecord }) {
  const client = useQueryClient();
  const session = useSession().data;
  const update = useUpdate(type, record.id);
  const [adding, setAdding] = useState(false);
  const has = fieldOf(type, 'tags') !== undefined && can(session, 'tag.read');
  const own = [record.tags ?? []].flat() as string[];
  const mayEdit = has && !record.deleted_at && type.operations.includes('update') && can(session, `${type.name}.update`);
  const tags = useQuery({
    queryKey: [...keys.lists('tag'), 'all'],
    queryFn: async ({ signal }) => (await records.query('tags', { sort: ['name'], limit: 500 }, { signal })).data,
    enabled: has && (own.length > 0 || adding),
    staleTime: 60_000,
  });
  if (!has || (own.length === 0 && !mayEdit)) return null;
  const known = tags.data ?? [];
  const refs = refsOf(record, 'tags');
  const name = (id: string) => known.find(t => t.id === id)?.title ?? refs.find(r => r.id === id)?.title ?? '…';
  const put = (ids: string[]) => update.mutate({ tags: ids }, { onError: toast.error });
  const add = async (value: string) => {
    setAdding(false);
    try {
      if (!value.startsWith(fresh)) return put([...own, value]);
      const made = await records.create('tags', { name: value.slice(fresh.length) });
      await client.invalidateQueries({ queryKey: keys.lists('tag') });
      put([...own, made.id]);
    } catch (error) {
      toast.error(error);
    }
  };
  const offer = async (text: string) => {
    const typed = text.trim();
    const list = known.filter(t => !own.includes(t.id) && t.title.toLowerCase().includes(typed.toLowerCase())).map(t => ({ value: t.id, label: t.title }));
    const there = known.some(t => t.title.toLowerCase() === typed.toLowerCase());
    return typed && !there && can(session, 'tag.create') ? [...list, { value: fresh + typed, label: typed, hint: 'New tag' }] : list;
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-5 pb-4" role="group" aria-label="Tags">
      {own.map(id => (
        <Badge key={id} tone={toneOf(String(known.find(t => t.id === id)?.tone ?? ''))} className="pr-0.5">
          {name(id)}
          {mayEdit && <button type="button" aria-label={`Remove tag ${name(id)}`} onClick={() => put(own.filter(o => o !== id))} className="grid size-4 place-items-center rounded-xs hover:bg-active max-md:size-6"><X /></button>}
        </Badge>
      ))}
      {mayEdit && (adding
        ? <span className="w-44"><Combobox label="Tag" autoFocus value={null} placeholder="Tag…" options={offer} onChange={o => o && void add(o.value)} onBlur={() => setAdding(false)} /></span>
        : <Button variant="ghost" size="xs" className="h-5 px-1.5 text-2xs text-fg-3" aria-label="Add tag" onClick={() => setAdding(true)}><Plus />Tag</Button>)}
    </div>
  );
}
