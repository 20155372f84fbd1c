'use client';
import { History, MessageSquareText, MessagesSquare, ScanSearch, Sparkles, Zap } from 'lucide-react';
import { useEffect } from 'react';
import { PageHeader } from '@/components/page-header';
import { RecordFrame, useTab } from '@/components/record-frame';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { RecordChat } from '@/features/chat/chat-panel';
import { Comments } from '@/features/comments/comments';
import { BinBanner } from '@/features/records/page/bin-banner';
import { Details } from '@/features/records/page/details';
import { RecordActions } from '@/features/records/page/record-actions';
import { RecordHeader } from '@/features/records/page/record-header';
import { useRecord } from '@/features/records/page/use-record';
import { InspectTab } from '@/features/review/inspect-tab';
import { Timeline } from '@/features/timeline/timeline';
import { useType, type RecordType } from '@/lib/meta';
import { remember } from '@/lib/recent';
import { useRouteParams } from '@/lib/route';
import { can, useSession } from '@/lib/session';
import { AccountSummary } from './account-summary';
import { ActionTab, useWaiting } from './action-tab';
import { DealsSection } from './deals-section';
import { PeopleSection } from './people-section';
import { useOpenTasksOf } from './use-account';

/** Shown in the summary above the details. */
const elsewhere = ['name', 'website_url', 'customer_state', 'momentum_score', 'momentum_last_updated', 'product_fit_score'];

/** The facts people look for stand above people and deals, the rest below. */
function split(type: RecordType): [RecordType, RecordType] {
  const part = (sections: RecordType['ui']['sections']) => ({ ...type, ui: { ...type.ui, sections } });
  return [part(type.ui.sections.slice(0, 2)), part(type.ui.sections.slice(2))];
}

export function AccountPage() {
  const { id = '' } = useRouteParams('/accounts/[id]');
  const type = useType('company');
  if (!type) return <><PageHeader title="" /><SkeletonRows /></>;
  return <OneAccount key={id} type={type} id={id} />;
}

function OneAccount({ type, id }: { type: RecordType; id: string }) {
  const found = useRecord(type, id);
  const record = found.data;
  const session = useSession().data;
  const workspace = session?.workspace.id;
  const title = record?.title;
  const [tab, setTab] = useTab('action');
  const waiting = useWaiting(id).data?.data.length ?? 0;
  const open = waiting + (useOpenTasksOf(id).data?.data.length ?? 0);
  useEffect(() => {
    if (!title || !workspace) return;
    document.title = `${title} · Windrose`;
    remember(workspace, { type: 'company', id, title });
  }, [title, workspace, id]);

  if (!record) {
    return (
      <>
        <RecordHeader type={type} record={undefined} />
        {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <SkeletonRows />}
      </>
    );
  }
  const ask = () => setTab('chat');
  const [first, rest] = split(type);
  const mayWrite = can(session, 'intake.submit');
  return (
    <>
      <RecordHeader type={type} record={record}>
        {mayWrite && <Button variant="primary" onClick={ask}><Sparkles />Ask</Button>}
        <RecordActions type={type} record={record} />
      </RecordHeader>
      <BinBanner type={type} record={record} />
      <RecordFrame
        label="Account"
        detailsLabel="Details, people and deals"
        summary={<AccountSummary type={type} record={record} />}
        details={
          <>
            <Details type={first} record={record} without={elsewhere} />
            <PeopleSection company={id} />
            <DealsSection company={id} account={record.title} />
            <Details type={rest} record={record} without={elsewhere} />
          </>
        }
        tabs={[
          { value: 'action', label: <><Zap aria-hidden />Action{open > 0 && <Badge className="num h-4 px-1">{open}</Badge>}</>, content: <ActionTab company={id} onAsk={ask} /> },
          { value: 'timeline', label: <><History aria-hidden />Timeline</>, content: <Timeline type={type} id={id} /> },
          { value: 'comments', label: <><MessageSquareText aria-hidden />Comments</>, content: <Comments type="company" id={id} /> },
          ...(mayWrite ? [{ value: 'chat', label: <><MessagesSquare aria-hidden />Chat</>, fill: true, content: <RecordChat record={{ type: 'company', id }} title={record.title} autoFocus={tab === 'chat'} /> }] : []),
          { value: 'inspect', label: <><ScanSearch aria-hidden />Inspect</>, content: <InspectTab record={id} /> },
        ]}
      />
    </>
  );
}
