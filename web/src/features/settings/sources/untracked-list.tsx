'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { sourceKeys, sources } from './sources-api';

/** Addresses and domains of which nothing is kept. */
export function UntrackedList() {
  const client = useQueryClient();
  const mayManage = can(useSession().data, 'connections.manage');
  const found = useQuery({ queryKey: sourceKeys.untracked, queryFn: sources.untracked, enabled: mayManage });
  const [address, setAddress] = useState('');
  const form = useSubmit(['address']);
  const act = async (work: () => Promise<unknown>) => {
    const done = await form.submit(work);
    await client.invalidateQueries({ queryKey: sourceKeys.untracked });
    return done;
  };
  return (
    <section aria-label="Do not track" className="mt-6">
      <SectionTitle>Do not track</SectionTitle>
      <form
        className="flex items-end gap-2"
        onSubmit={e => {
          e.preventDefault();
          void act(() => sources.leaveOut(address)).then(done => done && setAddress(''));
        }}
      >
        <TextField className="flex-1" label="Address or domain" hint="Of messages with it nothing is kept" required value={address} onChange={setAddress} error={form.fields.address ?? form.message ?? undefined} />
        <Button type="submit" size="md" busy={form.busy} className="mb-5">Add</Button>
      </form>
      <ul aria-label="Not tracked" className="mt-1 flex flex-wrap gap-1">
        {found.data?.map(entry => (
          <li key={entry.address} className="flex items-center gap-1 rounded-md bg-hover pl-2 text-sm">
            {entry.address}
            <Button variant="ghost" size="icon" aria-label={`Track ${entry.address} again`} onClick={() => void act(() => sources.takeAgain(entry.address))}><X /></Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
