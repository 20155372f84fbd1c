'use client';
import { List, MessageSquareText, Plus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Button, buttonStyle } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { matchPath } from '@/lib/route';
import { chat, type Thread } from './chat-api';
import { ChatView } from './chat-panel';

function ThreadList({ current, onOpen, className }: { current: string | null; onOpen: () => void; className?: string }) {
  const threads = useQuery({ queryKey: [...keys.threads, 'all'], queryFn: () => chat.threads() });
  const formats = useFormats();
  const at = (t: Thread) => t.updated_at ?? t.created_at;
  return (
    <nav aria-label="Conversations" className={cn('w-[260px] shrink-0 overflow-y-auto border-r p-2', className)}>
      {threads.isPending && <SkeletonRows rows={4} />}
      {threads.isError && <ErrorState error={threads.error} retry={() => void threads.refetch()} />}
      {threads.data?.length === 0 && <p className="px-2 py-3 text-sm text-fg-3">No conversations yet.</p>}
      {threads.data?.map(t => (
        <Link
          key={t.id}
          href={`/chat/${t.id}`}
          onClick={onOpen}
          aria-current={t.id === current ? 'page' : undefined}
          className={cn('flex min-h-11 items-center gap-2.5 rounded-md px-2 py-1 hover:bg-hover', t.id === current && 'bg-active')}
        >
          <MessageSquareText aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
          <span className="min-w-0 flex-1 leading-[17px]">
            <span className="block truncate text-sm font-medium">{t.title || t.record?.title || 'Conversation'}</span>
            <span className="block truncate text-xs text-fg-3">{[t.record?.title && t.title ? t.record.title : null, at(t) && formats.ago(at(t) as string)].filter(Boolean).join(' · ')}</span>
          </span>
        </Link>
      ))}
    </nav>
  );
}

export function ChatPage() {
  const path = usePathname();
  const router = useRouter();
  const [listed, setListed] = useState(false);
  const found = matchPath('/chat/[thread]', path).thread;
  const thread = found && found !== '_' ? found : null;
  const onThread = useCallback((id: string) => router.replace(`/chat/${id}`), [router]);
  return (
    <>
      <PageHeader title="Chat">
        <Button variant="ghost" aria-expanded={listed} className="lg:hidden" onClick={() => setListed(!listed)}><List />Conversations</Button>
        <Link href="/chat" onClick={() => setListed(false)} className={buttonStyle({ variant: 'outline' })}><Plus />New<span className="max-md:sr-only">conversation</span></Link>
      </PageHeader>
      <div className="flex min-h-0 flex-1">
        <ThreadList current={thread} onOpen={() => setListed(false)} className={listed ? 'max-lg:w-full max-lg:border-r-0' : 'max-lg:hidden'} />
        <ChatView className={cn(listed && 'max-lg:hidden')} place={thread ?? 'new'} thread={thread} onThread={onThread} autoFocus takesQuestions={thread === null} />
      </div>
    </>
  );
}
