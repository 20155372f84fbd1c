'use client';
import { Search, Settings } from 'lucide-react';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { useTypes } from '@/lib/meta';
import { listPath, recordPath } from '@/lib/record-routes';
import { useRecent } from '@/lib/recent';
import { can, useSession, type Session } from '@/lib/session';
import { useCommandKey } from '@/lib/use-media';
import { Link } from '../link';
import { Logo } from '../logo';
import { RecordIcon } from '../record-icon';
import { Avatar } from '../ui/avatar';
import { Kbd } from '../ui/kbd';
import { Tip } from '../ui/tooltip';
import { Bell } from './bell';
import { CreateMenu } from './create-menu';
import { navigation } from './nav-items';
import { ThemeToggle } from './theme-toggle';
import { UserMenu } from './user-menu';

interface RowProps {
  href: string;
  active?: boolean;
  onClick?: () => void;
  children: ReactNode;
}

function Row({ href, active, onClick, children }: RowProps) {
  return (
    <Link
      href={href}
      onClick={onClick}
      aria-current={active ? 'page' : undefined}
      className={cn(
        'group flex h-7 items-center gap-2 rounded-md px-2 text-sm font-medium text-fg-2 transition-colors hover:bg-hover hover:text-fg max-md:h-10',
        '[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.75] [&_svg]:text-fg-3',
        active && 'bg-active text-fg [&_svg]:text-fg',
      )}
    >
      {children}
    </Link>
  );
}

const isBelow = (path: string, href: string) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`));
const places = navigation.flatMap(group => group.items.map(item => item.href));

/** Of two that lie one in the other, the inner one. */
const isActive = (path: string, href: string) => isBelow(path, href) && !places.some(other => other.length > href.length && isBelow(path, other));

/** All of it until the session is known, so that nothing jumps for those who may see everything. */
const visible = (session: Session | undefined) =>
  navigation
    .map(group => ({ ...group, items: group.items.filter(item => !session || !item.permission || can(session, item.permission)) }))
    .filter(group => group.items.length > 0);

export function Sidebar({ onNavigate, onSearch }: { onNavigate: () => void; onSearch: () => void }) {
  const path = usePathname();
  const session = useSession().data;
  const commandKey = useCommandKey();
  const accounts = useRecent(session?.workspace.id ?? '').filter(r => r.type === 'company').slice(0, 5);
  const own = (useTypes().data ?? []).filter(t => t.custom && can(session, `${t.name}.read`));
  return (
    <>
      <div className="flex items-center gap-1">
        <div className="flex h-8 min-w-0 flex-1 items-center gap-2 px-1.5">
          <Logo />
          <span className="truncate text-sm font-semibold">{session?.workspace.name ?? 'Windrose'}</span>
        </div>
        <CreateMenu onNavigate={onNavigate} />
      </div>
      <button
        type="button"
        onClick={onSearch}
        className="flex h-8 shrink-0 items-center gap-2 rounded-md border border-line bg-raised px-2 text-sm text-fg-3 shadow-e1 hover:border-line-strong max-md:h-10 [&_svg]:size-4"
      >
        <Search aria-hidden />
        <span className="flex-1 text-left">Search or go to…</span>
        <span aria-hidden><Kbd>{commandKey}K</Kbd></span>
      </button>
      <nav className="hide-scroll flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto" aria-label="Main">
        {visible(session).map(group => (
          <div key={group.title ?? ''} className="flex flex-col gap-px">
            {group.title && <div className="flex h-6 items-center px-2 text-xs font-medium text-fg-3">{group.title}</div>}
            {group.items.map(item => (
              <Row key={item.href} href={item.href} active={isActive(path, item.href)} onClick={onNavigate}>
                <item.icon aria-hidden />
                <span className="flex-1">{item.label}</span>
              </Row>
            ))}
          </div>
        ))}
        {own.length > 0 && (
          <div className="flex flex-col gap-px">
            <div className="flex h-6 items-center px-2 text-xs font-medium text-fg-3">Own records</div>
            {own.map(t => (
              <Row key={t.name} href={listPath(t.name, t.plural)} active={isActive(path, listPath(t.name, t.plural))} onClick={onNavigate}>
                <RecordIcon type={t.name} />
                <span className="truncate">{t.label_plural}</span>
              </Row>
            ))}
          </div>
        )}
        {accounts.length > 0 && (
          <div className="flex flex-col gap-px">
            <div className="flex h-6 items-center px-2 text-xs font-medium text-fg-3">Recent accounts</div>
            {accounts.map(a => (
              <Row key={a.id} href={recordPath(a.type, a.id)} onClick={onNavigate}>
                <Avatar name={a.title} size={16} square decorative />
                <span className="truncate">{a.title}</span>
              </Row>
            ))}
          </div>
        )}
      </nav>
      <div className="flex items-center gap-1 pt-1">
        <UserMenu />
        <Bell onNavigate={onNavigate} />
        <ThemeToggle />
        <Tip label="Settings" side="top">
          <Link href="/settings" aria-label="Settings" onClick={onNavigate} className="grid size-7 place-items-center rounded-md text-fg-3 hover:bg-hover hover:text-fg [&_svg]:size-4">
            <Settings className="stroke-[1.75]" />
          </Link>
        </Tip>
      </div>
    </>
  );
}
