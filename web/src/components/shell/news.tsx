'use client';
import { CheckCheck } from 'lucide-react';
import { useFormats } from '@/lib/format';
import { useRead, useUnread } from '@/lib/notifications';
import { messageOf } from '@/lib/problem';
import { Link } from '../link';
import { NewsRow } from '../news-row';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/skeleton';

/** The latest notifications below the bell. */
export function News({ onDone }: { onDone: () => void }) {
  const unread = useUnread();
  const { one, all } = useRead();
  const format = useFormats();
  const list = unread.data?.data ?? [];
  return (
    <section aria-label="Notifications">
      <div className="flex h-10 items-center border-b pl-3.5 pr-1.5">
        <h2 className="text-sm font-semibold">Notifications</h2>
        {list.length > 0 && <Button variant="ghost" size="xs" className="ml-auto" busy={all.isPending} onClick={() => all.mutate()}><CheckCheck />Mark all read</Button>}
      </div>
      {unread.isPending && <p className="p-4"><Skeleton className="w-1/2" /></p>}
      {unread.error && !unread.data && <p className="p-4 text-sm text-fg-3">{messageOf(unread.error)}</p>}
      {unread.data && list.length === 0 && <p className="px-4 py-6 text-center text-sm text-fg-3">Nothing new.</p>}
      <ul className="divide-y">
        {list.map(n => <NewsRow key={n.id} news={n} format={format} onOpen={() => { one.mutate(n.id); onDone(); }} />)}
      </ul>
      <Link href="/notifications" onClick={onDone} className="flex h-9 items-center justify-center border-t text-xs font-medium text-fg-2 hover:bg-hover">All notifications</Link>
    </section>
  );
}
