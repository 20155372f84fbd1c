'use client';
import { MessagesSquare, Plus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { storedValue, storeValue, useStored } from '@/lib/browser-store';
import { cn } from '@/lib/cn';
import { keys } from '@/lib/query-keys';
import { chat, type RecordInView } from './chat-api';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { useThread } from './use-thread';

interface ChatViewProps {
  place: string;
  thread: string | null;
  onThread: (id: string) => void;
  record?: RecordInView;
  placeholder?: string;
  empty?: ReactNode;
  autoFocus?: boolean;
  /** Sends what was asked in the search field. */
  takesQuestions?: boolean;
  className?: string;
}

const ask = 'chat-ask';

/** A conversation with its composer, wherever it stands. */
export function ChatView({ place, thread: id, onThread, record, placeholder, empty, autoFocus, takesQuestions = false, className }: ChatViewProps) {
  const { thread, pending, send, retry, drop, busy } = useThread(id, record, onThread);
  const messages = thread.data?.messages ?? [];
  const nothing = messages.length === 0 && !pending;
  const [asked] = useStored<string | null>(ask, null);
  useEffect(() => {
    if (!takesQuestions || busy || !asked || storedValue<string | null>(ask, null) === null) return;
    storeValue(ask, null);
    send(asked).catch(error => {
      storeValue(`chat-draft:${place}`, asked);
      toast.error(error);
    });
  }, [takesQuestions, busy, asked, send, place]);
  const takeBack = (text: string) => {
    storeValue(`chat-draft:${place}`, text);
    drop();
  };
  return (
    <div className={cn('flex min-h-0 flex-1 flex-col', className)}>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-5 max-md:px-3.5" role="log" aria-label="Conversation" tabIndex={0}>
        <div className={cn('mx-auto flex max-w-[760px] flex-col', nothing && 'h-full justify-center')}>
          {id && thread.isPending && !pending && <SkeletonRows rows={4} />}
          {thread.isError && !pending && <ErrorState error={thread.error} retry={() => void thread.refetch()} />}
          {nothing && !thread.isError && !(id && thread.isPending) && (empty ?? <EmptyChat />)}
          <Conversation messages={messages} pending={pending} onAnswer={text => void send(text)} onRetry={retry} onTakeBack={takeBack} />
        </div>
      </div>
      <div className="mx-auto w-full max-w-[800px] shrink-0 bg-surface px-5 pb-4 pt-1 max-lg:sticky max-lg:bottom-0 max-md:px-3 max-md:pb-3">
        <Composer place={place} placeholder={placeholder ?? 'Write what happened, or ask'} onSend={send} busy={busy} autoFocus={autoFocus} />
      </div>
    </div>
  );
}

function EmptyChat() {
  return (
    <EmptyState icon={MessagesSquare} title="Write what happened">
      “Spoke with the new operations lead, they want 40 seats by the end of next month.” Windrose finds the records, writes the changes and shows what each rests on.
    </EmptyState>
  );
}

/** The conversation about one record; a new one starts with the first message. */
export function RecordChat({ record, title, autoFocus }: { record: RecordInView; title: string; autoFocus?: boolean }) {
  const threads = useQuery({ queryKey: [...keys.threads, 'of', record.type, record.id], queryFn: () => chat.threads(record) });
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const latest = threads.data?.[0]?.id ?? null;
  const thread = chosen === undefined ? latest : chosen;
  const onThread = useCallback((id: string) => setChosen(id), []);
  if (threads.isPending) return <SkeletonRows rows={4} />;
  if (threads.isError) return <ErrorState error={threads.error} retry={() => void threads.refetch()} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col max-lg:min-h-[70dvh]">
      {thread && (
        <div className="flex h-9 shrink-0 items-center justify-end px-3">
          <Button variant="ghost" size="xs" onClick={() => setChosen(null)}><Plus />New conversation</Button>
        </div>
      )}
      <ChatView
        place={`${record.type}:${record.id}`}
        thread={thread}
        onThread={onThread}
        record={record}
        autoFocus={autoFocus}
        placeholder={`What happened with ${title}?`}
      />
    </div>
  );
}
