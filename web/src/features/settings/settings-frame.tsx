'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { NoPermission } from '@/components/ui/states';
import { cn } from '@/lib/cn';
import { can, useSession } from '@/lib/session';

const groups = [
  {
    title: 'You',
    pages: [
      { href: '/settings/profile', label: 'Profile' },
      { href: '/settings/tokens', label: 'API tokens', permission: 'tokens.read' },
    ],
  },
  {
    title: 'Workspace',
    pages: [
      { href: '/settings', label: 'General', permission: 'workspace.read' },
      { href: '/settings/people', label: 'People', permission: 'people.read' },
      { href: '/settings/teams', label: 'Teams', permission: 'people.read' },
      { href: '/settings/territories', label: 'Territories', permission: 'territory.read' },
      { href: '/settings/access', label: 'Who sees what', permission: 'workspace.read' },
      { href: '/settings/audit', label: 'Audit log', permission: 'audit.manage' },
      { href: '/settings/flags', label: 'Features', permission: 'flags.read' },
    ],
  },
  {
    title: 'Mail and sources',
    pages: [
      { href: '/settings/connections', label: 'Connections', permission: 'connections.manage' },
      { href: '/settings/message-rules', label: 'Message rules', permission: 'connections.manage' },
      { href: '/settings/received', label: 'Received messages', permission: 'connections.read' },
      { href: '/settings/mail', label: 'Mail server', permission: 'mail.manage' },
      { href: '/settings/outbox', label: 'Outbox', permission: 'mail.read' },
    ],
  },
  {
    title: 'Understanding',
    pages: [
      { href: '/settings/language-model', label: 'Language model' },
      { href: '/settings/prompt-log', label: 'Prompt log', permission: 'user_prompt_log.read' },
      { href: '/settings/model-calls', label: 'Calls of the model' },
      { href: '/settings/evaluation', label: 'Evaluation', permission: 'intake.read' },
    ],
  },
  {
    title: 'Data',
    pages: [
      { href: '/settings/data-model', label: 'Data model', permission: 'workspace.read' },
      { href: '/settings/pipelines', label: 'Pipelines', permission: 'workspace.read' },
      { href: '/settings/lost-reasons', label: 'Reasons of loss', permission: 'lost_reason.read' },
      { href: '/settings/duplicates', label: 'Duplicates', permission: 'workspace.manage' },
      { href: '/settings/search', label: 'Search', permission: 'workspace.read' },
      { href: '/settings/exchange-rates', label: 'Exchange rates', permission: 'workspace.read' },
      { href: '/settings/export', label: 'Export and import', permission: 'workspace.manage' },
    ],
  },
];

interface FrameProps {
  title: string;
  lead?: ReactNode;
  permission?: string;
  aside?: ReactNode;
  /** For tables that need the room. */
  wide?: boolean;
  children: ReactNode;
}

/** On a phone the row of pages is longer than the screen. */
const intoView = (link: HTMLAnchorElement | null) => link?.scrollIntoView?.({ block: 'nearest', inline: 'center' });

export function SettingsFrame({ title, lead, permission, aside, wide, children }: FrameProps) {
  const path = usePathname();
  const session = useSession().data;
  return (
    <>
      <PageHeader title="Settings" />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <nav aria-label="Settings" className="hide-scroll flex shrink-0 gap-px p-3 md:w-48 md:flex-col md:overflow-y-auto md:border-r max-md:overflow-x-auto max-md:border-b max-md:py-1.5">
          {groups.map(group => (
            <div key={group.title} className="flex shrink-0 gap-px md:mb-3 md:flex-col">
              <div className="flex h-6 items-center px-2 text-2xs font-medium text-fg-3 max-md:hidden">{group.title}</div>
              {group.pages.filter(p => !session || !p.permission || can(session, p.permission)).map(p => (
                <Link
                  key={p.href}
                  href={p.href}
                  ref={path === p.href ? intoView : undefined}
                  aria-current={path === p.href ? 'page' : undefined}
                  className={cn('flex h-7 shrink-0 items-center rounded-md px-2 text-sm font-medium text-fg-2 hover:bg-hover hover:text-fg max-md:h-9', path === p.href && 'bg-active text-fg')}
                >
                  {p.label}
                </Link>
              ))}
            </div>
          ))}
        </nav>
        <div role="region" aria-label={title} tabIndex={0} className="min-h-0 min-w-0 flex-1 overflow-y-auto -outline-offset-2">
          <div className={cn('mx-auto px-6 py-6 max-md:px-4', wide ? 'max-w-[1040px]' : 'max-w-[760px]')}>
            <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
              <div className="min-w-0 flex-1 basis-72">
                <h2 className="text-xl font-semibold">{title}</h2>
                {lead && <p className="mt-0.5 text-sm text-fg-3">{lead}</p>}
              </div>
              {aside}
            </div>
            {permission && session && !can(session, permission) ? <NoPermission /> : children}
          </div>
        </div>
      </div>
    </>
  );
}
