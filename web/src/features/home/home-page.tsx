'use client';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Inbox, MessagesSquare, Plus, UserPlus, type LucideIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, type ReactNode } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { RecordIcon } from '@/components/record-icon';
import { Avatar } from '@/components/ui/avatar';
import { Card, SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useStored } from '@/lib/browser-store';
import { changeSets } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { useRecent } from '@/lib/recent';
import { recordPath } from '@/lib/record-routes';
import { records } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { MyTasks } from './my-tasks';
import { Sales } from './sales';

const NextActions = dynamic(() => import('@/features/agents/next-actions').then(m => m.NextActions), { ssr: false });
const OpenQuestions = dynamic(() => import('@/features/intake/open-questions').then(m => m.OpenQuestions), { ssr: false });

export function HomePage() {
  const session = useSession().data;
  const first = session?.person.name.split(' ')[0];
  const mayImport = can(session, 'import.run');
  const empty = useEmpty(session?.workspace.id);
  return (
    <>
      <PageHeader title="Home" />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[920px] flex-col gap-7 px-6 py-7 max-md:px-4">
          <p className="text-2xl font-semibold">Good to see you{first ? `, ${first}` : ''}</p>
          {empty && <FirstSteps title="Begin here" mayImport={mayImport} mayInvite={can(session, 'people.manage')} />}
          <OpenQuestions />
          {can(session, 'deal.read') && !empty && <NextActions title="Next for you" />}
          {can(session, 'deal.read') && !empty && <Sales />}
          <div className="grid grid-cols-2 gap-7 max-lg:grid-cols-1">
            <Waiting />
            <MyTasks />
          </div>
          <div className="grid grid-cols-2 gap-7 max-lg:grid-cols-1">
            <Recents />
            {!empty && <FirstSteps title="Put something in" mayImport={mayImport} mayInvite={can(session, 'people.manage')} />}
          </div>
        </div>
      </div>
    </>
  );
}

/** Nobody has put anything in yet. Once something is there it is not asked again. */
function useEmpty(workspace: string | undefined): boolean {
  const [begun, setBegun] = useStored<string | null>('home:begun', null);
  const asked = workspace !== undefined && begun !== workspace;
  const found = useQuery({ queryKey: [...keys.lists('company'), 'any'], queryFn: () => records.query('companies', { limit: 1 }), enabled: asked, retry: false });
  const some = found.data !== undefined && found.data.data.length > 0;
  useEffect(() => {
    if (asked && some) setBegun(workspace);
  }, [asked, some, workspace, setBegun]);
  return asked && found.data !== undefined && !some;
}

function Waiting() {
  const format = useFormats();
  const waiting = useQuery({ queryKey: keys.changeSetList('proposed'), queryFn: () => changeSets.list('?status=proposed&limit=100') });
  const list = waiting.data?.data ?? [];
  return (
    <section>
      <SectionTitle aside={list.length > 0 && <Link href="/review" className="px-2 font-medium text-fg-2 hover:text-fg">Review all</Link>}>
        Waiting for you <span className="num ml-1 font-normal text-fg-3">{waiting.data ? list.length : ''}</span>
      </SectionTitle>
      <Card className="mt-1">
        {waiting.isPending && <p className="p-4"><Skeleton className="w-1/2" /></p>}
        {waiting.error && <p className="p-4 text-sm text-fg-3">Could not be read.</p>}
        {waiting.data && list.length === 0 && <p className="p-4 text-sm text-fg-3">Nothing. Changes that bind you or cannot be taken back wait here.</p>}
        <ul className="divide-y">
          {list.slice(0, 5).map(set => (
            <li key={set.id} className="relative flex min-h-11 items-center gap-3 px-3.5 py-2 text-sm hover:bg-subtle">
              <Inbox aria-hidden className="size-4 shrink-0 stroke-[1.75] text-amber-text" />
              <Link href="/review" className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0">{set.summary ?? 'Proposed change'}</Link>
              <span className="shrink-0 text-xs text-fg-3">{format.ago(set.created_at)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Recents() {
  const workspace = useSession().data?.workspace.id ?? '';
  const list = useRecent(workspace).slice(0, 6);
  return (
    <section>
      <SectionTitle>Recently opened</SectionTitle>
      <Card className="mt-1">
        {list.length === 0 && <p className="p-4 text-sm text-fg-3">Records you open are listed here.</p>}
        <ul className="divide-y">
          {list.map(r => (
            <li key={r.id} className="relative flex min-h-[38px] items-center gap-3 px-3.5 text-sm hover:bg-subtle">
              {r.type === 'company' ? <Avatar name={r.title} size={20} square decorative /> : <RecordIcon type={r.type} className="size-4 text-fg-3" />}
              <Link href={recordPath(r.type, r.id)} className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0">{r.title}</Link>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Step({ href, icon: Icon, title, children }: { href: string; icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <li className="relative flex items-start gap-3 px-3.5 py-2.5 text-sm hover:bg-subtle">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 stroke-[1.75] text-fg-3" />
      <span className="min-w-0">
        <Link href={href} className="block font-medium after:absolute after:inset-0">{title}</Link>
        <span className="block text-xs text-fg-3">{children}</span>
      </span>
    </li>
  );
}

function FirstSteps({ title, mayImport, mayInvite }: { title: string; mayImport: boolean; mayInvite: boolean }) {
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <Card className="mt-1">
        <ul className="divide-y">
          <Step href="/chat" icon={MessagesSquare} title="Tell the chat what happened">A typed note becomes changes of records, with its words as evidence.</Step>
          {mayImport && <Step href="/imports" icon={FileUp} title="Import files">What another CRM exported, or any CSV or Excel file. Nothing is written before you have seen it.</Step>}
          <Step href="/accounts?create=1" icon={Plus} title="Create an account">Or press C on any list.</Step>
          {mayInvite && <Step href="/settings/people" icon={UserPlus} title="Invite somebody">They get a link that works once.</Step>}
        </ul>
      </Card>
    </section>
  );
}
