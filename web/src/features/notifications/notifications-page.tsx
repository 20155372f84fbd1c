'use client';
import { BellOff, Check, CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { NewsRow } from '@/components/news-row';
import { PageHeader } from '@/components/page-header';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { useNotifications, useRead } from '@/lib/notifications';

export function NotificationsPage() {
  const [unread, setUnread] = useState(false);
  const found = useNotifications(unread);
  const { one, all } = useRead();
  const format = useFormats();
  const list = found.data?.pages.flatMap(p => p.data) ?? [];
  const count = found.data?.pages[0]?.unread_count ?? 0;
  return (
    <>
      <PageHeader title="Notifications" count={found.data && <span role="status" className="whitespace-nowrap">{count} unread</span>}>
        <Button variant={unread ? 'soft' : 'ghost'} aria-pressed={unread} onClick={() => setUnread(!unread)}>Unread only</Button>
        <Button disabled={count === 0} busy={all.isPending} aria-label="Mark all read" onClick={() => all.mutate()}><CheckCheck /><span className="max-md:hidden">Mark all read</span></Button>
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {found.isPending ? <SkeletonRows /> : found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : list.length === 0 ? (
          <EmptyState icon={BellOff} title={unread ? 'Everything is read' : 'No notifications yet'}>When somebody mentions you, makes you responsible or a task is due, you read it here.</EmptyState>
        ) : (
          <div className="mx-auto max-w-[760px] px-5 py-4 max-md:px-0">
            <ul className="divide-y rounded-xl border border-line max-md:rounded-none max-md:border-x-0">
              {list.map(n => (
                <NewsRow key={n.id} news={n} format={format} onOpen={() => one.mutate(n.id)}>
                  {!n.read_at && <Button variant="ghost" size="icon" className="relative z-10 -my-1" aria-label={`Mark as read: ${n.title}`} onClick={() => one.mutate(n.id)}><Check /></Button>}
                </NewsRow>
              ))}
            </ul>
            {found.hasNextPage && <Button className="mt-3" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>Older notifications</Button>}
          </div>
        )}
      </div>
    </>
  );
}
