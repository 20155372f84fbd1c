'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { sourceKeys, sources } from './sources-api';

/** How long messages stay word for word. Shorter cannot be taken back, so it is asked. */
export function RetentionForm() {
  const client = useQueryClient();
  const mayManage = can(useSession().data, 'connections.manage');
  const found = useQuery({ queryKey: sourceKeys.retention, queryFn: sources.retention, enabled: mayManage });
  const [given, setGiven] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const form = useSubmit(['days']);
  const now = found.data?.days ?? null;
  const text = given ?? (now === null ? '' : String(now));
  const wanted = text.trim() === '' ? null : Number(text);
  const shorter = wanted !== null && (now === null || wanted < now);
  const save = async () => {
    setAsking(false);
    // What is no number goes as it was written, so that the server says so.
    if (!(await form.submit(() => sources.retain(Number.isInteger(wanted) ? wanted : text.trim() || null)))) return;
    await client.invalidateQueries({ queryKey: sourceKeys.retention });
    setGiven(null);
    toast.ok(wanted === null ? 'Words are kept for good' : `Words are kept for ${wanted} days`);
  };
  return (
    <section aria-label="How long words are kept" className="mt-8">
      <SectionTitle>How long words are kept</SectionTitle>
      <p className="mb-3 text-sm text-fg-3">After so many days messages are removed word for word. The line of each stays, and so does what was read of it.</p>
      {found.isPending && mayManage && <SkeletonRows rows={1} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <form
          noValidate
          className="flex items-start gap-2"
          onSubmit={e => {
            e.preventDefault();
            if (shorter && Number.isInteger(wanted)) setAsking(true);
            else void save();
          }}
        >
          <TextField className="w-48" label="Days" inputMode="numeric" hint="Empty keeps them for good" value={text} onChange={setGiven} error={form.fields.days ?? form.message ?? undefined} />
          <Button type="submit" size="md" className="mt-5" busy={form.busy} disabled={given === null}>Save</Button>
        </form>
      )}
      <ConfirmDialog open={asking} title={`Keep words for ${wanted} days?`} action="Remove older words" danger onClose={() => setAsking(false)} onConfirm={() => void save()}>
        What is older is removed word for word within an hour and cannot be brought back.
      </ConfirmDialog>
    </section>
  );
}
