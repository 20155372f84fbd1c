'use client';
import { FileClock, History, MessageSquareText, MessagesSquare, NotebookPen, Paperclip, ScanSearch, Sparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useDeferredValue, useEffect, type ReactNode } from 'react';
import { PageHeader } from '@/components/page-header';
import { RecordFrame, useTab, type FrameTab } from '@/components/record-frame';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { BinBanner } from '@/features/records/page/bin-banner';
import { DuplicateBadge } from '@/features/records/page/duplicate-badge';
import { usePastMoment } from '@/features/records/page/past-moment';
import { RecordActions } from '@/features/records/page/record-actions';
import { RecordHeader } from '@/features/records/page/record-header';
import { TagRow } from '@/features/records/page/tag-row';
import { useMerged, useRecord } from '@/features/records/page/use-record';
import { useType, type RecordType } from '@/lib/meta';
import { remember } from '@/lib/recent';
import { titleOf } from '@/lib/record-title';
import type { AnyRecord } from '@/lib/records-api';
import { useRouteParams } from '@/lib/route';
import { search } from '@/lib/search-api';
import { can, useSession } from '@/lib/session';

// Tabs that are not open at first come when they are asked for.
const RecordChat = dynamic(() => import('@/features/chat/chat-panel').then(m => m.RecordChat), { ssr: false });
const Comments = dynamic(() => import('@/features/comments/comments').then(m => m.Comments), { ssr: false });
const Files = dynamic(() => import('@/features/files/files').then(m => m.Files), { ssr: false });
const InspectTab = dynamic(() => import('@/features/review/inspect-tab').then(m => m.InspectTab), { ssr: false });
const Notes = dynamic(() => import('@/features/notes/notes').then(m => m.Notes), { ssr: false });
const RecordHistory = dynamic(() => import('@/features/records/page/history').then(m => m.History), { ssr: false });
const PastRecord = dynamic(() => import('@/features/records/page/past-record').then(m => m.PastRecord), { ssr: false });
const Timeline = dynamic(() => import('@/features/timeline/timeline').then(m => m.Timeline), { ssr: false });

export interface PanelProps {
  type: RecordType;
  record: AnyRecord;
  /** Opens the conversation about the record. */
  onAsk: () => void;
}

interface RecordWorkspaceProps {
  type: string;
  pattern: string;
  /** Where the record comes with more than itself. */
  load?: (id: string) => Promise<AnyRecord>;
  label: string;
  detailsLabel: string;
  summary: (props: PanelProps) => ReactNode;
  details: (props: PanelProps) => ReactNode;
  /** The first tab: what is particular to the type. */
  first: { value: string; label: (id: string) => ReactNode; content: (props: PanelProps) => ReactNode };
  /** Further tabs of the type, after the first. */
  more?: (props: PanelProps) => FrameTab[];
}

/** The page of one record: what it is on the left; what to do, what happened and the conversation on the right. */
export function RecordWorkspace({ type: name, pattern, ...rest }: RecordWorkspaceProps) {
  const { id = '' } = useRouteParams(pattern);
  const type = useDeferredValue(useType(name));
  if (!type) return <><PageHeader title="" /><SkeletonRows /></>;
  return <OneRecord key={id} type={type} id={id} {...rest} />;
}

function OneRecord({ type, id, label, detailsLabel, summary, details, first, more, load }: Omit<RecordWorkspaceProps, 'type' | 'pattern'> & { type: RecordType; id: string }) {
  const found = useRecord(type, id, load);
  // Deferred at first only, so that the page is put up in small steps; what is typed later shows at once.
  const shown = useDeferredValue(found.data !== undefined);
  const record = shown ? found.data : undefined;
  const session = useSession().data;
  const workspace = session?.workspace.id;
  const own = session !== undefined && !session.viewing_as;
  const moment = usePastMoment();
  const title = record && titleOf(record, type);
  const [tab, setTab] = useTab(first.value);
  useMerged(type, id, record);
  const read = record !== undefined;
  useEffect(() => {
    if (read && own) search.opened(type.name, id);
  }, [read, own, type.name, id]);
  useEffect(() => {
    if (!title || !workspace) return;
    document.title = `${title} · Windrose`;
    remember(workspace, { type: type.name, id, title });
  }, [title, workspace, type.name, id]);

  if (!record || !title) {
    return (
      <>
        <RecordHeader type={type} record={undefined} />
        {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <SkeletonRows />}
      </>
    );
  }
  if (moment) return <><RecordHeader type={type} record={record} /><PastRecord type={type} record={record} at={moment} /></>;
  const panel: PanelProps = { type, record, onAsk: () => setTab('chat') };
  const mayWrite = can(session, 'intake.submit');
  return (
    <>
      <RecordHeader type={type} record={record}>
        {mayWrite && <Button variant="primary" onClick={panel.onAsk}><Sparkles />Ask</Button>}
        <RecordActions type={type} record={record} />
      </RecordHeader>
      <BinBanner type={type} record={record} />
      <RecordFrame
        label={label}
        detailsLabel={detailsLabel}
        summary={<>{summary(panel)}<DuplicateBadge type={type} record={record} /><TagRow type={type} record={record} /></>}
        details={details(panel)}
        tabs={[
          { value: first.value, label: first.label(id), content: first.content(panel) },
          ...(more?.(panel) ?? []),
          { value: 'timeline', label: <><History aria-hidden />Timeline</>, content: <Timeline type={type} id={id} /> },
          ...(can(session, 'note.read') ? [{ value: 'notes', label: <><NotebookPen aria-hidden />Notes</>, content: <Notes type={type.name} id={id} /> }] : []),
          ...(can(session, 'file.read') ? [{ value: 'files', label: <><Paperclip aria-hidden />Files</>, content: <Files type={type.name} id={id} /> }] : []),
          { value: 'comments', label: <><MessageSquareText aria-hidden />Comments</>, content: <Comments type={type.name} id={id} /> },
          ...(mayWrite ? [{ value: 'chat', label: <><MessagesSquare aria-hidden />Chat</>, fill: true, content: <RecordChat record={{ type: type.name, id }} title={title} autoFocus={tab === 'chat'} /> }] : []),
          { value: 'history', label: <><FileClock aria-hidden />History</>, content: <RecordHistory type={type} record={record} /> },
          { value: 'inspect', label: <><ScanSearch aria-hidden />Inspect</>, content: <InspectTab record={id} /> },
        ]}
      />
    </>
  );
}
