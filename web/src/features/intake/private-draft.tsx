'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { Understood } from '@/features/chat/parts/understood';
import { can, useSession } from '@/lib/session';
import { inbox, inboxKeys, refreshInbox } from './inbox-api';

interface PrivateDraftProps {
  id: string;
  onPoint?: (field: string | null) => void;
}

/** What a private message would change, for those who took part. Nothing of it is written until one of them shares it. */
export function PrivateDraft({ id, onPoint }: PrivateDraftProps) {
  const client = useQueryClient();
  const mayShare = can(useSession().data, 'mail.create');
  const [asking, setAsking] = useState(false);
  const found = useQuery({ queryKey: inboxKeys.draft(id), queryFn: () => inbox.draft(id) });
  const share = useMutation({
    mutationFn: () => inbox.share(id),
    onSuccess: () => toast.ok('Everybody can read it now, and it is being read'),
    onError: toast.error,
    onSettled: () => {
      refreshInbox(client);
      void client.invalidateQueries({ queryKey: ['sources'] });
    },
  });
  const none = found.data?.operations.length === 0;
  return (
    <section aria-label="Draft" className="flex flex-col gap-2 rounded-xl border border-line p-3">
      <p className="flex items-start gap-2 text-sm text-fg-2">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-violet-text" />
        <span>Only those who took part see this message. {none ? 'Shared, it would change nothing.' : 'This is what it would change; nothing is written until one of you shares it.'}</span>
      </p>
      {found.isPending && <SkeletonRows rows={2} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && !none && <Understood decision={found.data} onPoint={onPoint ?? (() => undefined)} draft />}
      {found.data?.questions?.map(q => <p key={q.id} className="px-0.5 text-xs text-fg-2">It would ask: {q.text}</p>)}
      {mayShare && <Button className="self-start" busy={share.isPending} onClick={() => setAsking(true)}>Share with everybody</Button>}
      <ConfirmDialog
        open={asking}
        title="Share this message?"
        action="Share"
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          share.mutate();
        }}
      >
        Everybody in the workspace can read it from then on, and what it says is written. It cannot be made private again.
      </ConfirmDialog>
    </section>
  );
}
