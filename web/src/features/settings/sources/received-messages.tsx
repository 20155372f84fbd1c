'use client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { SettingsFrame } from '../settings-frame';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { PrivateDraft } from '@/features/intake/private-draft';
import { VirtualList } from '@/features/intake/virtual-list';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { capital, reasonText, sourceKeys, sources, stateTones, type MessageState, type Received } from './sources-api';

const labels: Record<MessageState, string> = { waiting: 'Waiting', stored: 'Stored', excluded: 'Left out', failed: 'Failed' };
const options = [{ value: '', label: 'All messages' }, ...Object.entries(labels).map(([value, label]) => ({ value, label }))];

/** Milliseconds between looks. */
const whileWaiting = 2_000;
const otherwise = 15_000;

export function ReceivedMessages() {
  const mayRead = can(useSession().data, 'connections.read');
  const [state, setState] = useState('');
  const found = useInfiniteQuery({
    queryKey: sourceKeys.received(state),
    queryFn: ({ pageParam }) => sources.received(state, pageParam),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
    enabled: mayRead,
    refetchInterval: query => (query.state.data?.pages.some(p => p.data.some(m => m.state === 'waiting')) ? whileWaiting : otherwise),
  });
  const messages = found.data?.pages.flatMap(p => p.data) ?? [];
  return (
    <SettingsFrame
      title="Received messages"
      lead="Everything that came in through connections. What failed or was left out can be read, changed and handled again."
      permission="connections.read"
      aside={<Select aria-label="Show" className="w-40" options={options} value={state} onChange={e => setState(e.target.value)} />}
    >
      {found.isPending && <SkeletonRows rows={4} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && messages.length === 0 && <Card><EmptyState icon={Inbox} title="No messages here">Messages stand here as soon as a connection brings one.</EmptyState></Card>}
      {messages.length > 0 && (
        <Card className="overflow-hidden">
          <VirtualList label="Messages" className="max-h-[70dvh]" items={messages} keyOf={m => m.id} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}>
            {m => <MessageLine message={m} />}
          </VirtualList>
        </Card>
      )}
    </SettingsFrame>
  );
}

/** What somebody says, without the lines that say who does. */
const gist = (text: string | null) => text?.split('\n').find(line => line.trim() && !/^(name|e-?mail|from|to|cc|date|subject):/i.test(line))?.replace(/^message: */i, '');

function MessageLine({ message }: { message: Received }) {
  const client = useQueryClient();
  const format = useFormats();
  const mayAct = can(useSession().data, 'mail.create');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: error => toast.error(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['sources', 'received'] }),
  });
  const title = message.subject ?? gist(message.text) ?? 'Without words';
  const again = mayAct && ['failed', 'excluded'].includes(message.state) && message.reason !== 'do_not_track';
  return (
    <div className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="min-w-0 flex-1 basis-60 rounded-md text-left leading-[18px]">
          <span className="block truncate text-sm font-medium">{title}</span>
          <span className="block truncate text-xs text-fg-3">{[message.sender_name ?? message.sender, format.instant(message.received_at)].filter(Boolean).join(' · ')}</span>
        </button>
        {!message.shared && <Badge tone="violet">Private</Badge>}
        <Badge tone={stateTones[message.state]}>{labels[message.state]}{message.reason && `: ${reasonText(message.reason)}`}</Badge>
      </div>
      {message.detail && <p className="mt-1 text-xs break-words text-fg-2">{capital(message.detail)}</p>}
      {open && !again && <p className="mt-2 rounded-lg bg-subtle px-3 py-2 text-sm break-words whitespace-pre-wrap">{message.text ?? 'Nothing of it is kept.'}</p>}
      {open && !message.shared && message.state === 'stored' && <div className="mt-2"><PrivateDraft id={message.id} /></div>}
      {open && again && (
        <form
          className="mt-2 flex flex-col items-start gap-2"
          onSubmit={e => {
            e.preventDefault();
            act.mutate(() => sources.replay(message.id, text ?? undefined));
          }}
        >
          <Field label="Text" className="w-full" hint="What is read when it is handled again">
            {control => <Textarea {...control} rows={6} value={text ?? message.text ?? ''} onChange={e => setText(e.target.value)} />}
          </Field>
          <Button type="submit" variant="primary" busy={act.isPending}>Handle again</Button>
        </form>
      )}
    </div>
  );
}
