'use client';
import { useQueryClient } from '@tanstack/react-query';
import { FilterX, Plus, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { PageHeader } from '@/components/page-header';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { useType, useTypes, type RecordType } from '@/lib/meta';
import { can, usePeople, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { useColumns } from './list/columns';
import { ExportButton } from './list/export-button';
import { Grid } from './list/grid';
import { Toolbar } from './list/toolbar';
import { useFresh } from './list/use-fresh';
import { cachedRows, useRecordHead } from './list/use-records';
import { nextSort, readView, writeView, type View } from './view';

const CreateDialog = dynamic(() => import('./form/create-dialog').then(m => m.CreateDialog), { ssr: false });
const BulkBar = dynamic(() => import('./list/bulk-bar').then(m => m.BulkBar), { ssr: false });

/** The list of any record type, made from its metadata. */
export function RecordList({ type: name }: { type: string }) {
  const types = useTypes();
  const type = useDeferredValue(useType(name));
  const session = useSession().data;
  if (types.error) return <><PageHeader title="Records" /><ErrorState error={types.error} retry={() => void types.refetch()} /></>;
  if (!type && types.data && !types.data.some(t => t.name === name || t.plural === name)) return <><PageHeader title="Records" /><ErrorState error={new Error(`There is no record type "${name}".`)} /></>;
  if (!type) return <><PageHeader title="" /><SkeletonRows rows={10} /></>;
  if (session && !can(session, `${type.name}.read`)) return <><PageHeader title={type.label_plural} /><NoPermission /></>;
  return <List key={type.name} type={type} />;
}

const noneSelected: ReadonlySet<string> = new Set();
const noPeople: never[] = [];

function List({ type }: { type: RecordType }) {
  const path = usePathname();
  const router = useRouter();
  const params = useSearchParams();
  const client = useQueryClient();
  const session = useSession().data;
  const format = useFormats();
  const people = usePeople().data ?? noPeople;
  const names = useMemo(() => new Map(people.map(p => [p.id, p.name])), [people]);
  const view = useMemo(() => readView(params), [params]);
  const { names: columnNames, setNames, columns } = useColumns(type);
  const [selected, setSelected] = useState(noneSelected);
  const head = useRecordHead(type, view);
  const fresh = useFresh(type.name);
  const mayCreate = type.operations.includes('create') && can(session, `${type.name}.create`);

  // The address changes without a navigation: the page is the same, only its view is another.
  const setView = useCallback((next: View) => window.history.replaceState(null, '', path + writeView(next)), [path]);
  const create = () => router.push(`${path}${writeView(view)}${writeView(view) ? '&' : '?'}create=1`);
  const closeCreate = () => window.history.replaceState(null, '', path + writeView(view));
  const select = (ids: string[], on?: boolean) =>
    setSelected(now => {
      const next = new Set(now);
      for (const id of ids) if (on ?? !now.has(id)) next.add(id);
      else next.delete(id);
      return next;
    });
  useShortcuts({ c: create }, mayCreate);

  const total = head.data?.total ?? head.data?.data.length ?? 0;
  const filtered = view.filter !== null || view.q !== '';
  const shown = (head.data?.total_is_estimate ? 'about ' : '') + format.number(total);
  const chosen = selected.size ? [...cachedRows(client, type.name).values()].filter(r => selected.has(r.id)) : [];
  return (
    <>
      <PageHeader title={view.bin ? `${type.label_plural}: bin` : type.label_plural} count={head.data && <span role="status">{shown}</span>}>
        {total > 0 && <ExportButton type={type} view={view} columns={columns} people={names} />}
        {mayCreate && !view.bin && (
          <Button variant="primary" onClick={create}><Plus />New {type.label.toLowerCase()}</Button>
        )}
      </PageHeader>
      <Toolbar type={type} view={view} onChange={setView} names={columnNames} onNames={setNames} format={format} people={people} />
      {head.error && !head.data ? (
        <ErrorState error={head.error} retry={() => void head.refetch()} />
      ) : head.data && total === 0 ? (
        <Nothing type={type} view={view} filtered={filtered} onReset={() => setView({ ...view, filter: null, q: '' })} onCreate={mayCreate ? create : undefined} />
      ) : (
        <Grid
          type={type}
          view={view}
          total={head.data ? total : 30}
          columns={columns}
          format={format}
          people={names}
          selected={selected}
          fresh={fresh}
          onSelect={select}
          onClear={() => setSelected(noneSelected)}
          onSort={(field, keep) => setView({ ...view, sort: nextSort(view.sort, field, keep) })}
        />
      )}
      {chosen.length > 0 && <BulkBar type={type} chosen={chosen} bin={view.bin} onClear={() => setSelected(noneSelected)} />}
      {params.get('create') === '1' && mayCreate && <CreateDialog type={type} preset={params} onClose={closeCreate} />}
    </>
  );
}

interface NothingProps {
  type: RecordType;
  view: View;
  filtered: boolean;
  onReset: () => void;
  onCreate?: () => void;
}

function Nothing({ type, view, filtered, onReset, onCreate }: NothingProps) {
  const many = type.label_plural.toLowerCase();
  if (filtered) {
    return <EmptyState icon={FilterX} title={`No ${many} match`} action={<Button onClick={onReset}>Clear filter</Button>}>Nothing fits all of the conditions above.</EmptyState>;
  }
  if (view.bin) return <EmptyState icon={Trash2} title="The bin is empty">What you delete waits here and can be restored.</EmptyState>;
  const Icon = (props: object) => <RecordIcon type={type.name} {...props} />;
  return (
    <EmptyState icon={Icon as never} title={`No ${many} yet`} action={onCreate && <Button variant="primary" onClick={onCreate}><Plus />New {type.label.toLowerCase()}</Button>}>
      Create the first one, import a file, or tell the chat what happened: {many} appear here.
    </EmptyState>
  );
}
