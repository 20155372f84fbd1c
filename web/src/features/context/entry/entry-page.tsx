'use client';
import { ChevronRight, FileText, History as HistoryIcon, MessageSquareText, Paperclip, Pencil, Waypoints } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, type ComponentType } from 'react';
import { Link } from '@/components/link';
import { RecordFrame, type FrameTab } from '@/components/record-frame';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { BinBanner } from '@/features/records/page/bin-banner';
import { RecordActions } from '@/features/records/page/record-actions';
import { TagRow } from '@/features/records/page/tag-row';
import { usePastMoment } from '@/features/records/page/past-moment';
import { useRecord } from '@/features/records/page/use-record';
import { useType, type RecordType } from '@/lib/meta';
import { remember } from '@/lib/recent';
import type { AnyRecord } from '@/lib/records-api';
import { useRouteParams } from '@/lib/route';
import { search } from '@/lib/search-api';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { categoryPath, iconOf, labelOf } from '../categories';
import { entryType } from '../context-api';
import { SensitivityBadge, StatusBadge } from './entry-badges';
import { EntryContent } from './entry-content';
import { Properties } from './properties';
import { StatusActions, tellOutcome } from './status-actions';
import { kindInfo, useEntryLabels, useKinds } from './use-kinds';
import { WaitingChanges } from './waiting-changes';

const EntryEditor = dynamic(() => import('./entry-editor').then(m => m.EntryEditor), { ssr: false, loading: () => <SkeletonRows /> });
const EntryHistory = dynamic(() => import('./entry-history').then(m => m.EntryHistory), { ssr: false, loading: () => <SkeletonRows /> });
const EntryUses = dynamic(() => import('./entry-uses').then(m => m.EntryUses), { ssr: false, loading: () => <SkeletonRows /> });
const Files = dynamic(() => import('@/features/files/files').then(m => m.Files), { ssr: false, loading: () => <SkeletonRows /> });
const PolicyContent = dynamic(() => import('../policy/policy-content').then(m => m.PolicyContent), { ssr: false, loading: () => <SkeletonRows /> });
const PastEntry = dynamic(() => import('./past-entry').then(m => m.PastEntry), { ssr: false, loading: () => <SkeletonRows /> });

const hasClause = (record: AnyRecord) => record.category === 'policy' && typeof (record.details as { clause?: unknown } | null)?.clause === 'string';

export type Comments = ComponentType<{ type: string; id: string }>;

/** One thing that is known: read, changed, published, and followed through its past and its uses. */
export function EntryPage({ comments }: { comments?: Comments }) {
  const { id = '' } = useRouteParams('/context/entries/[id]');
  const type = useType(entryType);
  if (!type) return <><Header /><SkeletonRows /></>;
  return <OneEntry key={id} id={id} type={type} comments={comments} />;
}

function OneEntry({ id, type, comments: Comments }: { id: string; type: RecordType; comments?: Comments }) {
  const path = usePathname();
  const editing = useSearchParams().get('edit') === '1';
  const moment = usePastMoment();
  const session = useSession().data;
  const kinds = useKinds();
  const label = useEntryLabels();
  const found = useRecord(type, id);
  const record = found.data;
  const title = record?.title;
  const workspace = session?.workspace.id;
  const own = session !== undefined && !session.viewing_as;
  const mayEdit = record !== undefined && !record.deleted_at && can(session, `${entryType}.update`) && own;
  const edit = (on: boolean) => window.history.replaceState(null, '', on ? `${path}?edit=1` : path);
  useEffect(() => {
    if (!title || !workspace) return;
    document.title = `${title} · Windrose`;
    remember(workspace, { type: entryType, id, title });
  }, [title, workspace, id]);
  const read = record !== undefined;
  useEffect(() => {
    if (read && own) search.opened(entryType, id);
  }, [read, own, id]);
  useShortcuts({ e: () => edit(true) }, mayEdit && !editing && !moment);
  if (!record) return <><Header />{found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <SkeletonRows />}</>;
  if (moment) return <><Header record={record} /><PastEntry type={type} record={record} at={moment} kinds={kinds.data ?? []} /></>;
  if (editing && mayEdit) {
    return (
      <>
        <Header record={record} />
        <h1 className="sr-only">Edit {record.title}</h1>
        {kinds.error && <ErrorState error={kinds.error} retry={() => void kinds.refetch()} />}
        {kinds.isPending && <SkeletonRows />}
        {kinds.data && (
          <EntryEditor
            type={type}
            kinds={kinds.data.filter(k => k.category === record.category)}
            record={record}
            onDone={outcome => {
              edit(false);
              if (outcome) tellOutcome(outcome, 'Saved');
            }}
          />
        )}
      </>
    );
  }
  const Icon = iconOf(record.category);
  const tabs: FrameTab[] = [
    { value: 'content', label: <><FileText aria-hidden />Content</>, content: hasClause(record)
      ? <PolicyContent record={record} kind={kindInfo(kinds.data, record.kind)} />
      : <EntryContent record={record} kind={kindInfo(kinds.data, record.kind)} failed={kinds.error} onEdit={mayEdit ? () => edit(true) : undefined} /> },
    { value: 'uses', label: <><Waypoints aria-hidden />Used in</>, content: <EntryUses record={record} /> },
    ...(can(session, 'file.read') ? [{ value: 'files', label: <><Paperclip aria-hidden />Files</>, content: <Files type={entryType} id={id} /> }] : []),
    ...(Comments ? [{ value: 'comments', label: <><MessageSquareText aria-hidden />Comments</>, content: <Comments type={entryType} id={id} /> }] : []),
    { value: 'history', label: <><HistoryIcon aria-hidden />History</>, content: <EntryHistory type={type} record={record} mayEdit={mayEdit} /> },
  ];
  return (
    <>
      <Header record={record}>
        {mayEdit && <Button onClick={() => edit(true)}><Pencil />Edit</Button>}
        <RecordActions type={type} record={record} />
      </Header>
      <BinBanner type={type} record={record} />
      <RecordFrame
        label="Entry"
        detailsLabel="For whom, when and whence"
        tabs={tabs}
        summary={
          <div className="flex flex-col gap-3 px-5 py-5 max-md:px-4">
            <div className="flex items-start gap-3">
              <span aria-hidden className="grid size-11 shrink-0 place-items-center rounded-[26%] bg-hover text-fg-2"><Icon className="size-[22px] stroke-[1.75]" /></span>
              <div className="min-w-0 flex-1">
                <h1 className="text-lg leading-6 font-semibold break-words">{record.title}</h1>
                <p className="text-sm text-fg-3">{label('kind', record.kind)}</p>
              </div>
            </div>
            <div className="flex flex-wrap gap-1.5">
              <StatusBadge type={type} record={record} />
              <SensitivityBadge type={type} record={record} />
              <Badge>Version {record.version}</Badge>
            </div>
            {mayEdit && <StatusActions record={record} />}
            <WaitingChanges record={record} />
          </div>
        }
        details={<><TagRow type={type} record={record} /><Properties type={type} record={record} /></>}
      />
    </>
  );
}

function Header({ record, children }: { record?: AnyRecord; children?: React.ReactNode }) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b pl-4 pr-2.5 max-md:h-12 max-md:pl-12">
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1 text-sm">
        <Link href="/context" className="rounded-md px-1 text-fg-3 hover:text-fg max-md:hidden">Context</Link>
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3 max-md:hidden" />
        {record ? (
          <>
            <Link href={categoryPath(String(record.category))} className="shrink-0 rounded-md px-1 text-fg-3 hover:text-fg max-md:hidden">{labelOf(record.category)}</Link>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3 max-md:hidden" />
            <span className="truncate px-1 font-medium">{record.title}</span>
          </>
        ) : <h1 className="sr-only">Entry</h1>}
      </nav>
      <div className="ml-auto flex shrink-0 items-center gap-1.5">{children}</div>
    </header>
  );
}
