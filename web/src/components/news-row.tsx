import { AlarmClock, AtSign, CircleCheck, Share2, UserRoundCheck, type LucideIcon } from 'lucide-react';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { plainMentions, type Notification } from '@/lib/work-api';
import { Link } from './link';

const icons: Record<Notification['kind'], LucideIcon> = { mention: AtSign, assignment: UserRoundCheck, task_due: CircleCheck, reminder: AlarmClock, shared: Share2 };

/** A mention opens the comments, everything else the record itself. */
const hrefOf = (n: Notification) => recordPath(n.record.type, n.record.id) + (n.kind === 'mention' ? '?tab=comments' : '');

export function NewsRow({ news, format, onOpen, children }: { news: Notification; format: Formats; onOpen: () => void; children?: React.ReactNode }) {
  const Icon = icons[news.kind] ?? AtSign;
  const unread = !news.read_at;
  return (
    <li className={cn('relative flex items-start gap-3 px-3.5 py-2.5 text-sm hover:bg-subtle', unread && 'bg-accent-soft/40')}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 stroke-[1.75] text-fg-3" />
      <span className="min-w-0 flex-1">
        <Link href={hrefOf(news)} onClick={onOpen} className={cn('block truncate after:absolute after:inset-0', unread ? 'font-medium' : 'text-fg-2')}>{news.title}</Link>
        {news.text && <span className="line-clamp-2 text-xs text-fg-3">{plainMentions(news.text)}</span>}
        <time dateTime={news.at} title={format.instant(news.at)} className="text-xs text-fg-3">{format.ago(news.at)}</time>
      </span>
      {children}
      {unread && <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent"><span className="sr-only">unread</span></span>}
    </li>
  );
}
