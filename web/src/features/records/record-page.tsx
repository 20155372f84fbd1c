'use client';
import { ChevronDown, History as HistoryIcon, MessageSquareText, Network, NotebookPen, Paperclip, Waypoints } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useDeferredValue, useEffect, useState, type ComponentType } from 'react';
import { PageHeader } from '@/components/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { Tabs } from '@/components/ui/tabs';
import { cn } from '@/lib/cn';
import { useType, type RecordType } from '@/lib/meta';
import { remember } from '@/lib/recent';
import { useRouteParams } from '@/lib/route';
import { search } from '@/lib/search-api';
import { can, useSession } from '@/lib/session';
import { useMedia } from '@/lib/use-media';
import { titleOf } from '@/lib/record-title';
import { BinBanner } from './page/bin-banner';
import { DuplicateBadge } from './page/duplicate-badge';
import { Details } from './page/details';
import { History } from './page/history';
import { RecordActions } from './page/record-actions';
import { RecordHeader, RecordPicture } from './page/record-header';
import { usePastMoment } from './page/past-moment';
import { Related, useRelatedLinks } from './page/related';
import { TagRow } from './page/tag-row';
import { useMerged, useRecord } from './page/use-record';

const Files = dynamic(() => import('@/features/files/files').then(m => m.Files), { ssr: false });
const Notes = dynamic(() => import('@/features/notes/notes').then(m => m.Notes), { ssr: false });

const Similar = dynamic(() => import('./page/similar').then(m => m.Similar), { ssr: false });

/** What is told in words, so that it can be held against what was told before. */
const told = new Set(['interaction', 'issue', 'objection', 'feedback']);

/** A note about a note says nothing. */
const plain = new Set(['note', 'file', 'tag', 'comment']);
const PastRecord = dynamic(() => import('./page/past-record').then(m => m.PastRecord), { ssr: false });

interface RecordPageProps {
  type: string;
  pattern: string;
  /** What people say about the record; given from above, features do not know each other. */
  comments?: ComponentType<{ type: string; id: string }>;
}

/** The page of one record of any type, made from its metadata. */
export function RecordPage({ type: name, pattern, comments }: RecordPageProps) {
  const { id = '' } = useRouteParams(pattern);
  const type = useDeferredValue(useType(name));
  if (!type) return <><PageHeader title="" /><SkeletonRows /></>;
  return <OneRecord key={id} type={type} id={id} comments={comments} />;
}

function OneRecord({ type, id, comments: Comments }: { type: RecordType; id: string; comments: RecordPageProps['comments'] }) {
  const path = usePathname();
  const tab = useSearchParams().get('tab') ?? '';
  const links = useRelatedLinks(type);
  const [more, setMore] = useState(false);
  const folds = useMedia('(max-width: 1023px)');
  const session = useSession().data;
  const workspace = session?.workspace.id;
  const own = session !== undefined && !session.viewing_as;
  const found = useRecord(type, id);
  const shown = useDeferredValue(found.data !== undefined);
  const record = shown ? found.data : undefined;
  const moment = usePastMoment();
  const title = record && titleOf(record, type);
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

  if (!record) {
    return (
      <>
        <RecordHeader type={type} record={undefined} />
        {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <SkeletonRows />}
      </>
    );
  }
  if (moment) return <><RecordHeader type={type} record={record} /><PastRecord type={type} record={record} at={moment} /></>;
  return (
    <>
      <RecordHeader type={type} record={record}><RecordActions type={type} record={record} /></RecordHeader>
      <BinBanner type={type} record={record} />
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
        <aside aria-label="Details" className="w-[340px] shrink-0 overflow-y-auto border-r max-lg:w-full max-lg:overflow-visible max-lg:border-b max-lg:border-r-0">
          <div className="flex items-center gap-3 px-5 py-5">
            <RecordPicture record={record} size={44} />
            <div className="min-w-0 flex-1">
              <h1 className="text-lg font-semibold break-words">{titleOf(record, type)}</h1>
              <p className="text-sm text-fg-3">{type.label}</p>
            </div>
          </div>
          <DuplicateBadge type={type} record={record} />
          <TagRow type={type} record={record} />
          <button type="button" aria-expanded={more} onClick={() => setMore(!more)} className="flex h-11 w-full items-center border-t px-5 font-medium text-fg-2 lg:hidden">
            Details<ChevronDown className={cn('ml-auto size-4 transition-transform', more && 'rotate-180')} />
          </button>
          {(more || !folds) && <Details type={type} record={record} />}
        </aside>
        <Tabs
          label={type.label}
          value={tab}
          onChange={value => window.history.replaceState(null, '', `${path}?tab=${value}`)}
          className="max-lg:flex-none"
          panelClassName="max-lg:overflow-visible"
          tabs={[
            ...(links.length ? [{ value: 'related', label: <><Network aria-hidden />Related</>, content: <Related links={links} record={record} /> }] : []),
            ...(can(session, 'note.read') && !plain.has(type.name) ? [{ value: 'notes', label: <><NotebookPen aria-hidden />Notes</>, content: <Notes type={type.name} id={id} /> }] : []),
            ...(can(session, 'file.read') && !plain.has(type.name) ? [{ value: 'files', label: <><Paperclip aria-hidden />Files</>, content: <Files type={type.name} id={id} /> }] : []),
            ...(told.has(type.name) ? [{ value: 'similar', label: <><Waypoints aria-hidden />Similar</>, content: <Similar type={type} id={id} /> }] : []),
            ...(Comments ? [{ value: 'comments', label: <><MessageSquareText aria-hidden />Comments</>, content: <Comments type={type.name} id={id} /> }] : []),
            { value: 'history', label: <><HistoryIcon aria-hidden />History</>, content: <History type={type} record={record} /> },
          ]}
        />
      </div>
    </>
  );
}
