'use client';
import { FilterX, Plus, TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { PageHeader } from '@/components/page-header';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { isWrong, messageOf } from '@/lib/problem';
import type { FilterTree } from '@/lib/records-api';
import { useType, useTypes, type RecordType } from '@/lib/meta';
import { can, usePeople, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import type { Chosen } from './list/bulk-run';
import { queryFields, useColumns } from './list/columns';
import { ExportButton } from './list/export-button';
import { Grid } from './list/grid';
import { blocksOf, sumsOf } from './list/groups';
import { layoutsOf, Toolbar } from './list/toolbar';
import { useFresh } from './list/use-fresh';
import { useGroups, useRecordHead } from './list/use-records';
import { useView } from './list/use-view';
import { filterOf, nextSort, type View } from './view';

const CreateDialog = dynamic(() => import('./form/create-dialog').then(m => m.CreateDialog), { ssr: false });
const BulkBar = dynamic(() => import('./list/bulk-bar').then(m => m.BulkBar), { ssr: false });
const Board = dynamic(() => import('./board/board').then(m => m.Board), { ssr: false, loading: () => <SkeletonRows rows={8} /> });
const TimeAxis = dynamic(() => import('./time-axis/time-axis').then(m => m.TimeAxis), { ssr: false, loading: () => <SkeletonRows rows={8} /> });
const Nothing = dynamic(() => import('./list/nothing').then(m => m.Nothing), { ssr: false });
const AsOfBanner = dynamic(() => import('./list/as-of-banner').then(m => m.AsOfBanner), { ssr: false });
const AsOfDialog = dynamic(() => import('./list/as-of').then(m => m.AsOfDialog), { ssr: false });

/** A part of a record type that has a list of its own. */
export interface ListPart {
  title: string;
  /** What all records of it meet, besides what a view asks for. */
  filter?: FilterTree;
  /** Columns that would say the same in each row. */
  without?: string[];
  /** Beside the title. */
  actions?: ReactNode;
  /** Instead of the dialog that the type's metadata makes. */
  onCreate?: () => void;
  createLabel?: string;
  /** Where nothing is there yet. */
  empty?: { title: string; text: string };
}

/** The list of any record type, made from its metadata. */
export function RecordList({ type: name, part }: { type: string; part?: ListPart }) {
  const types = useTypes();
  const whole = useDeferredValue(useType(name));
  const without = part?.without?.join(',') ?? '';
  const type = useMemo(
    () => (whole && without ? { ...whole, ui: { ...whole.ui, list: whole.ui.list.filter(f => !without.split(',').includes(f)) } } : whole),
    [whole, without],
  );
  const session = useSession().data;
  if (types.error) return <><PageHeader title="Records" /><ErrorState error={types.error} retry={() => void types.refetch()} /></>;
  if (!type && types.data && !types.data.some(t => t.name === name || t.plural === name)) return <><PageHeader title="Records" /><ErrorState error={new Error(`There is no record type "${name}".`)} /></>;
  if (!type) return <><PageHeader title="" /><SkeletonRows rows={10} /></>;
  if (session && !can(session, `${type.name}.read`)) return <><PageHeader title={part?.title ?? type.label_plural} /><NoPermission /></>;
  return <List key={type.name} type={type} part={part} />;
}

const none: ReadonlySet<string> = new Set();
const noPeople: never[] = [];

function List({ type, part }: { type: RecordType; part?: ListPart }) {
  const path = usePathname();
  const router = useRouter();
  const params = useSearchParams();
  const session = useSession().data;
  const format = useFormats();
  const people = usePeople().data ?? noPeople;
  const names = useMemo(() => new Map(people.map(p => [p.id, p.name])), [people]);
  const state = useView(type);
  const { view, setView, base, address } = state;
  const kept = part?.filter ? JSON.stringify(part.filter) : '';
  // What is asked for: the view, within the part of the records that this list is of.
  const asked = useMemo(() => {
    if (!kept) return view;
    const filter = JSON.parse(kept) as FilterTree;
    return { ...view, filter: view.filter ? { and: [filter, view.filter] } : filter };
  }, [view, kept]);
  const columns = useColumns(type, view.columns);
  const [selected, setSelected] = useState(none);
  const [everything, setEverything] = useState(false);
  const [folded, setFolded] = useState(none);
  // "All" means all that was seen when it was said: another filter asks again.
  const found = JSON.stringify([view.filter, view.q, view.bin, view.asOf]);
  const [foundThen, setFoundThen] = useState(found);
  if (found !== foundThen) {
    setFoundThen(found);
    setEverything(false);
  }
  const [past, setPast] = useState(false);
  const [held, setHeld] = useState(false);
  const layout = layoutsOf(type).some(l => l.value === view.layout) ? view.layout : 'list';
  const grouped = layout === 'list' && view.group !== null && !view.bin;
  const head = useRecordHead(type, { ...asked, layout }, queryFields(type, columns.columns), !state.waiting && !held);
  const groups = useGroups(type, asked, sumsOf(columns.columns.shown) as { op: 'sum'; field: string }[], session?.workspace.base_currency, grouped && !state.waiting);
  const { blocks, lines } = useMemo(() => (grouped && groups.data ? blocksOf(groups.data.groups, view.group ?? '', folded) : { blocks: null, lines: 0 }), [grouped, groups.data, view.group, folded]);
  const fresh = useFresh(type.name);
  const mayCreate = type.operations.includes('create') && can(session, `${type.name}.create`);

  const mayEdit = type.operations.includes('update') && can(session, `${type.name}.update`) && !session?.viewing_as;

  const create = part?.onCreate ?? ((preset: Record<string, string> = {}) => router.push(withParams(path + address(view), { create: '1', ...preset })));
  const closeCreate = () => window.history.replaceState(null, '', path + address(view));
  const clear = () => {
    setSelected(none);
    setEverything(false);
  };
  const select = (ids: string[], on?: boolean) => {
    setEverything(false);
    setSelected(now => {
      const next = new Set(now);
      for (const id of ids) if (on ?? !now.has(id)) next.add(id);
      else next.delete(id);
      return next;
    });
  };
  const fold = (key: string) => setFolded(now => (now.has(key) ? new Set([...now].filter(k => k !== key)) : new Set(now).add(key)));
  useShortcuts({ c: () => create() }, mayCreate);

  const total = head.data?.total ?? head.data?.data.length ?? 0;
  const filtered = view.filter !== null || view.q !== '';
  const shown = (head.data?.total_is_estimate ? 'about ' : '') + format.number(total);
  const chosen: Chosen | null = everything
    ? { ids: null, filter: filterOf(asked, type.title_field), count: total, about: head.data?.total_is_estimate }
    : selected.size ? { ids: [...selected], count: selected.size } : null;
  const problems = base?.problems ?? [];
  const error = head.error && !head.data ? head.error : grouped && groups.error && !groups.data ? groups.error : null;
  return (
    <>
      <PageHeader title={view.bin ? `${part?.title ?? type.label_plural}: bin` : (part?.title ?? type.label_plural)} count={head.data && <span role="status">{shown}</span>}>
        {!view.bin && part?.actions}
        {total > 0 && !view.bin && <ExportButton type={type} view={asked} columns={columns.columns} />}
        {mayCreate && !view.bin && !view.asOf && (
          <Button variant="primary" onClick={() => create()}><Plus />{part?.createLabel ?? `New ${type.label.toLowerCase()}`}</Button>
        )}
      </PageHeader>
      <Toolbar type={type} state={state} columns={columns} format={format} people={people} onAsOf={() => setPast(true)} />
      {view.asOf && <AsOfBanner what={type.label_plural} at={view.asOf} format={format} onChange={() => setPast(true)} onBack={() => setView({ ...view, asOf: null })} />}
      {state.lost && <Told>This view does not exist any more, or is not shared with you. All {type.label_plural.toLowerCase()} are shown.</Told>}
      {problems.length > 0 && <Told>{problems.map(p => (typeof p === 'string' ? p : p.message)).join(' ')} The rest of the view is shown.</Told>}
      {error && isWrong(error) && filtered ? (
        <EmptyState icon={FilterX} title="This filter does not work any more" action={<Button onClick={() => setView({ ...view, filter: null, q: '' })}>Clear filter</Button>}>{messageOf(error)}</EmptyState>
      ) : error ? (
        <ErrorState error={error} retry={() => void (head.error ? head.refetch() : groups.refetch())} />
      ) : head.data && total === 0 ? (
        <Nothing type={type} part={part} view={view} filtered={filtered} onReset={() => setView({ ...view, filter: null, q: '' })} onCreate={mayCreate && !view.asOf ? () => create() : undefined} />
      ) : layout === 'board' && !view.bin && !view.asOf ? (
        <Board type={type} view={asked} format={format} people={names} onCreate={mayCreate ? create : undefined} />
      ) : layout === 'timeline' && !view.bin && !view.asOf ? (
        <TimeAxis type={type} view={asked} total={total} format={format} people={names} />
      ) : (
        <Grid
          type={type}
          view={asked}
          lines={blocks ? lines : head.data && !grouped ? total : 30}
          blocks={blocks}
          columns={columns.columns}
          format={format}
          people={names}
          persons={people}
          mayEdit={mayEdit && !view.bin && !view.asOf}
          held={held}
          onHold={setHeld}
          selected={selected}
          everything={everything}
          fresh={fresh}
          onSelect={view.asOf ? () => undefined : select}
          onClear={clear}
          onSort={(field, keep) => setView({ ...view, sort: nextSort(view.sort, field, keep) })}
          onWidth={columns.setWidth}
          onFold={fold}
        />
      )}
      {grouped && groups.data?.truncated && <Told>There are more groups than can be shown. Narrow the filter to see the rest.</Told>}
      {chosen && layout === 'list' && <BulkBar type={type} chosen={chosen} total={total} bin={view.bin} onAll={() => setEverything(true)} onClear={clear} />}
      {params.get('create') === '1' && mayCreate && <CreateDialog type={type} preset={params} onClose={closeCreate} />}
      {past && <AsOfDialog now={view.asOf} onClose={() => setPast(false)} onPick={asOf => { setPast(false); clear(); setView({ ...view, asOf, bin: false }); }} />}
    </>
  );
}

const withParams = (address: string, params: Record<string, string>) => `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(params)}`;

function Told({ children }: { children: ReactNode }) {
  return <p role="status" className="flex min-h-9 shrink-0 items-center gap-2 border-b bg-amber-soft px-5 py-1 text-sm text-amber-text"><TriangleAlert aria-hidden className="size-4 shrink-0" /><span>{children}</span></p>;
}
