'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { VirtualList } from '@/features/intake/virtual-list';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { sourceKeys, sources } from './sources-api';

/** Further addresses of people. */
export function AliasList() {
  const client = useQueryClient();
  const format = useFormats();
  const mayManage = can(useSession().data, 'connections.manage');
  const found = useQuery({ queryKey: sourceKeys.aliases, queryFn: sources.aliases, enabled: mayManage });
  const [address, setAddress] = useState('');
  const [known, setKnown] = useState('');
  const form = useSubmit(['address', 'same_as']);
  const settle = () => client.invalidateQueries({ queryKey: sourceKeys.aliases });
  const add = async () => {
    if (!(await form.submit(() => sources.addAlias(address, known)))) return;
    await settle();
    setAddress('');
    setKnown('');
  };
  return (
    <section aria-label="Further addresses">
      <SectionTitle>Further addresses</SectionTitle>
      <p className="mb-3 text-sm text-fg-3">What is written from one address counts as written from the other. A tag behind a plus needs no entry.</p>
      <form
        noValidate
        className="grid grid-cols-[1fr_1fr_auto] items-start gap-2 max-sm:grid-cols-1"
        onSubmit={e => {
          e.preventDefault();
          void add();
        }}
      >
        <TextField label="Address" type="email" required value={address} onChange={setAddress} error={form.fields.address ?? form.message ?? undefined} />
        <TextField label="Same as" type="email" hint="The address somebody is known by" required value={known} onChange={setKnown} error={form.fields.same_as} />
        <Button type="submit" size="md" className="mt-5 max-sm:mt-0" busy={form.busy}>Add</Button>
      </form>
      {found.isPending && mayManage && <SkeletonRows rows={2} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className="mt-2 text-sm text-fg-3">Nobody has a further address yet.</p>}
      {!!found.data?.length && (
        <Card className="mt-3 overflow-hidden">
          <VirtualList label="Aliases" className="max-h-[40dvh]" height={48} items={found.data} keyOf={a => a.address}>
            {a => (
              <div className="flex items-center gap-2 px-4 py-1.5">
                <span className="min-w-0 flex-1 leading-[18px]">
                  <span className="block truncate text-sm font-medium">{a.address}</span>
                  <span className="block truncate text-xs text-fg-3">same as {a.same_as} · {a.added_by_name}, {format.ago(a.added_at)}</span>
                </span>
                <Button variant="ghost" size="icon" aria-label={`Remove ${a.address}`} onClick={() => void sources.removeAlias(a.address).then(settle, toast.error)}><X /></Button>
              </div>
            )}
          </VirtualList>
        </Card>
      )}
    </section>
  );
}
