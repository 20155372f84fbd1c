'use client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { SettingsFrame } from '../settings-frame';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { VirtualList } from '@/features/intake/virtual-list';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { capital, mailTones, sourceKeys, sources, type Mail, type MailStatus } from './sources-api';

const statuses: MailStatus[] = ['waiting', 'sending', 'sent', 'bounced', 'failed', 'suppressed', 'cancelled'];
const options = [{ value: '', label: 'All mail' }, ...statuses.map(value => ({ value, label: capital(value) }))];
const OFTEN = 3_000;

export function Outbox() {
  const mayRead = can(useSession().data, 'mail.read');
  const [status, setStatus] = useState('');
  const found = useInfiniteQuery({
    queryKey: sourceKeys.mails(status),
    queryFn: ({ pageParam }) => sources.mails(status, pageParam),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
    enabled: mayRead,
    refetchInterval: query => (query.state.data?.pages.some(p => p.data.some(m => m.status === 'sending')) ? OFTEN : false),
  });
  const mails = found.data?.pages.flatMap(p => p.data) ?? [];
  return (
    <SettingsFrame
      title="Outbox"
      lead="Mail that goes out, and what became of it. Administrators see all of it, others their own."
      permission="mail.read"
      aside={<Select aria-label="Show" className="w-40" options={options} value={status} onChange={e => setStatus(e.target.value)} />}
    >
      {found.isPending && <SkeletonRows rows={4} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && mails.length === 0 && <Card><EmptyState icon={Send} title="No mail here">Mail stands here as soon as somebody writes one.</EmptyState></Card>}
      {mails.length > 0 && (
        <Card className="overflow-hidden">
          <VirtualList label="Mail" className="max-h-[70dvh]" items={mails} keyOf={m => m.id} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}>
            {m => <MailLine mail={m} />}
          </VirtualList>
        </Card>
      )}
    </SettingsFrame>
  );
}

function MailLine({ mail }: { mail: Mail }) {
  const client = useQueryClient();
  const format = useFormats();
  const [open, setOpen] = useState(false);
  const mayWrite = can(useSession().data, 'mail.create');
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: error => toast.error(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['sources', 'mails'] }),
  });
  const maySend = mayWrite && !['sent', 'sending'].includes(mail.status);
  const mayCancel = mayWrite && ['waiting', 'failed'].includes(mail.status);
  return (
    <div className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="min-w-0 flex-1 basis-60 rounded-md text-left leading-[18px]">
          <span className="block truncate text-sm font-medium">{mail.subject}</span>
          <span className="block truncate text-xs text-fg-3">to {mail.to.join(', ')} · {mail.created_by_name} · {format.ago(mail.sent_at ?? mail.created_at)}</span>
        </button>
        <Badge tone={mailTones[mail.status]}>{capital(mail.status)}</Badge>
        {maySend && <Button aria-label={`Send “${mail.subject}” now`} busy={act.isPending} onClick={() => act.mutate(() => sources.sendMail(mail.id))}>Send now</Button>}
        {mayCancel && <Button variant="ghost" aria-label={`Cancel “${mail.subject}”`} disabled={act.isPending} onClick={() => act.mutate(() => sources.cancelMail(mail.id))}>Cancel</Button>}
      </div>
      {mail.reason && <p className="mt-1 text-xs break-words text-fg-2">{mail.reason}</p>}
      {open && (
        <div className="mt-2 rounded-lg bg-subtle px-3 py-2 text-sm">
          {[...mail.cc.map(a => `cc ${a}`), ...mail.bcc.map(a => `bcc ${a}`)].map(line => <p key={line} className="text-xs text-fg-3">{line}</p>)}
          <p className="break-words whitespace-pre-wrap">{mail.text}</p>
        </div>
      )}
    </div>
  );
}
