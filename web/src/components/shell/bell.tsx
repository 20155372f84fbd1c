'use client';
import { Bell as BellIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useUnread } from '@/lib/notifications';
import { useSession } from '@/lib/session';
import { Popover } from '../ui/popover';

const News = dynamic(() => import('./news').then(m => m.News), { ssr: false });

export function Bell({ onNavigate }: { onNavigate: () => void }) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const session = useSession().data;
  const count = useUnread(session !== undefined).data?.unread_count ?? 0;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={count ? `Notifications, ${count} unread` : 'Notifications'}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="relative grid size-7 place-items-center rounded-md text-fg-3 hover:bg-hover hover:text-fg max-md:size-9 [&_svg]:size-4"
      >
        <BellIcon className="stroke-[1.75]" />
        {count > 0 && <span aria-hidden className="num absolute -right-0.5 -top-0.5 grid h-3.5 min-w-3.5 place-items-center rounded-full bg-accent px-0.5 text-[9px] font-semibold leading-none text-accent-fg">{count > 99 ? '99+' : count}</span>}
      </button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} side="top" className="w-[min(380px,calc(100vw-16px))] p-0">
        <News onDone={() => { setOpen(false); onNavigate(); }} />
      </Popover>
    </>
  );
}
