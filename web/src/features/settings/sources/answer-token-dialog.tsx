'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { useSubmit } from '@/lib/use-submit';
import { sourceKeys, sources, type Connection, type KindSetting } from './sources-api';

/** By which token the messages of a source are answered there. */
export function AnswerTokenDialog({ connection, setting, onClose }: { connection: Connection; setting: KindSetting; onClose: () => void }) {
  const client = useQueryClient();
  const format = useFormats();
  const [token, setToken] = useState('');
  const form = useSubmit(['token']);
  const found = useQuery({ queryKey: sourceKeys.token(connection.id), queryFn: () => sources.token(connection.id) });
  const act = async (work: () => Promise<unknown>, told: string) => {
    if (!(await form.submit(work))) return;
    await client.invalidateQueries({ queryKey: sourceKeys.token(connection.id) });
    toast.ok(told);
    onClose();
  };
  const answers = found.data?.answers === true;
  return (
    <Dialog open onClose={onClose} title={`Answers to ${connection.name}`}>
      <form
        className="contents"
        noValidate
        onSubmit={e => {
          e.preventDefault();
          void act(() => sources.setToken(connection.id, token), 'Messages are answered where they were written');
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          {found.isPending && <SkeletonRows rows={1} />}
          {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
          {found.data && (
            <p className="text-sm text-fg-2">
              {answers
                ? `Messages are answered in their thread, with a token that ends in ${found.data.last_four ?? '…'}${found.data.set_by_name ? `, entered by ${found.data.set_by_name}` : ''}${found.data.set_at ? ` on ${format.date(found.data.set_at.slice(0, 10))}` : ''}.`
                : 'Messages are read and not answered. With a token each is answered in its thread: what was written, and what is asked.'}
            </p>
          )}
          <TextField label={setting.label} hint={setting.help ?? undefined} type="password" autoComplete="new-password" required value={token} onChange={setToken} error={form.fields.token} />
        </DialogBody>
        <DialogFooter>
          {answers && <Button size="md" variant="ghost" className="mr-auto" busy={form.busy} onClick={() => void act(() => sources.removeToken(connection.id), 'Messages are not answered any more')}>Answer no more</Button>}
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>{answers ? 'Replace' : 'Answer'}</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
