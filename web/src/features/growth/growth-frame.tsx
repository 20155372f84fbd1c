'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { NoPermission } from '@/components/ui/states';
import { cn } from '@/lib/cn';
import { can, useSession } from '@/lib/session';
import { growthTabs, needed } from './tabs';

interface FrameProps {
  /** Buttons at the right end of the header. */
  actions?: ReactNode;
  /** A bar below the tabs that stays while the page scrolls. */
  bar?: ReactNode;
  /** What the page needs; figures need to see the records that they count. */
  permissions?: string[];
  children: ReactNode;
}

/** The area Growth: one header, one row of tabs, one scrolling page. */
export function GrowthFrame({ actions, bar, permissions = needed, children }: FrameProps) {
  const path = usePathname();
  const session = useSession().data;
  const allowed = !session || permissions.every(p => can(session, p));
  const tabs = growthTabs.filter(t => !session || !t.permission || can(session, t.permission));
  return (
    <>
      <PageHeader title="Growth">{allowed && actions}</PageHeader>
      <nav aria-label="Growth" className="hide-scroll flex shrink-0 gap-0.5 overflow-x-auto border-b px-3">
        {tabs.map(t => {
          const active = t.href === '/growth' ? path === t.href : path === t.href || path.startsWith(`${t.href}/`);
          return (
            <Link
              key={t.href}
              href={t.href}
              aria-current={active ? 'page' : undefined}
              className={cn(
                'relative flex h-10 items-center whitespace-nowrap rounded-md px-2.5 text-sm font-medium text-fg-3 -outline-offset-4 transition-colors hover:text-fg max-md:h-11',
                active && 'text-fg after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:rounded-full after:bg-fg',
              )}
            >
              {t.label}
            </Link>
          );
        })}
      </nav>
      {allowed ? (
        <>
          {bar}
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </>
      ) : (
        <NoPermission />
      )}
    </>
  );
}
