'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { messageOf } from '@/lib/problem';
import { ImpactNote } from './impact';
import { schema, useRefreshSchema } from './schema-api';

interface RemoveDialogProps {
  title: string;
  path: string;
  remove: () => Promise<{ change_id?: string } | undefined>;
  said: string;
  onClose: () => void;
}

/** Says what uses the thing before it goes; values stay, so that it can come back. */
export function RemoveDialog({ title, path, remove, said, onClose }: RemoveDialogProps) {
  const refresh = useRefreshSchema();
  const [busy, setBusy] = useState(false);
  const impact = useQuery({ queryKey: ['impact', path], queryFn: () => schema.tryRemove(path), staleTime: 0, gcTime: 0, retry: false });
  const go = async () => {
    setBusy(true);
    try {
      const change = (await remove())?.change_id;
      await refresh();
      toast.ok(said, change ? { label: 'Undo', run: () => void schema.rollBack(change).then(refresh, toast.error) } : undefined);
      onClose();
    } catch (error) {
      toast.error(error);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={title} className="w-[min(480px,calc(100vw-24px))]">
      <DialogBody className="flex flex-col gap-3 text-sm">
        {impact.isPending && <Skeleton className="w-2/3" />}
        {impact.error && <Notice>{messageOf(impact.error)}</Notice>}
        {impact.data && <ImpactNote impact={impact.data} />}
        <p className="text-fg-2">It disappears from pages, lists and the API. Its values are kept: restore it and they are back.</p>
      </DialogBody>
      <DialogFooter>
        <Button size="md" onClick={onClose}>Cancel</Button>
        <Button size="md" variant="danger" busy={busy} disabled={impact.isPending || impact.error !== null} onClick={() => void go()}>Remove</Button>
      </DialogFooter>
    </Dialog>
  );
}
