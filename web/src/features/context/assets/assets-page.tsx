'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Images, Upload } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useDeferredValue, useRef, useState, type DragEvent } from 'react';
import { Marked } from '@/components/marked';
import { PageHeader } from '@/components/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { VirtualList } from '@/features/intake/virtual-list';
import { sizeText } from '@/features/files/upload';
import { searchRecords } from '@/features/records/field/search-records';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { AssetDetail } from './asset-detail';
import { AssetPicture } from './asset-picture';
import { assetKeys, kindOf, kinds, listAssets, type Asset, type AssetFilter } from './assets-api';
import { SendingList } from './sending-list';
import { useSending } from './use-sending';

/** Files kept for everybody: found by name and by what is in them, each with its versions and what it is for. */
export function AssetsPage() {
  const path = usePathname();
  const params = useSearchParams();
  const session = useSession().data;
  const format = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [filter, setFilter] = useState<AssetFilter>({ q: params.get('q') ?? '', kind: '', product: '' });
  const [product, setProduct] = useState<ComboOption | null>(null);
  const open = params.get('id');
  const show = (id: string | null) => window.history.replaceState(null, '', id ? `${path}?id=${id}` : path);
  const wanted = useDeferredValue(filter);
  const mayRead = !session || can(session, 'file.read');
  const mayAdd = can(session, 'file.create') && !session?.viewing_as;
  const found = useInfiniteQuery({
    queryKey: assetKeys.list(wanted),
    queryFn: ({ pageParam, signal }) => listAssets(wanted, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: before => before,
    enabled: mayRead,
  });
  const { sending, add, start, drop } = useSending(asset => show(asset.id));
  const list = found.data?.pages.flatMap(p => p.assets) ?? [];
  const total = found.data?.pages[0]?.total;
  const filtered = filter.q.trim() !== '' || filter.kind !== '' || filter.product !== '';
  const go = (by: 1 | -1) => () => {
    const at = list.findIndex(a => a.record.id === open);
    const next = list[at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.length - 1)];
    if (next) show(next.record.id);
  };
  useShortcuts({ j: go(1), k: go(-1), ArrowDown: go(1), ArrowUp: go(-1), Escape: () => show(null), c: () => input.current?.click(), '/': () => document.getElementById('find-asset')?.focus() }, mayRead);
  if (!mayRead) return <><PageHeader title="Assets" /><NoPermission /></>;
  const dragged = (e: DragEvent) => e.dataTransfer.types.includes('Files');
  return (
    <div
      className="contents"
      onDragOver={e => {
        if (!mayAdd || !dragged(e)) return;
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={e => !e.currentTarget.contains(e.relatedTarget as Node | null) && setOver(false)}
      onDrop={e => {
        if (!dragged(e)) return;
        e.preventDefault();
        setOver(false);
        if (mayAdd) add(Array.from(e.dataTransfer.files));
      }}
    >
      <PageHeader title="Assets" count={total == null ? undefined : format.number(total)}>
        {mayAdd && <Button variant="primary" onClick={() => input.current?.click()}><Upload />Add files</Button>}
        <input ref={input} type="file" multiple hidden aria-label="Files" onChange={e => { add(Array.from(e.target.files ?? [])); e.target.value = ''; }} />
      </PageHeader>
      <div className="relative flex min-h-0 flex-1">
        <div className={cn('flex w-[420px] shrink-0 flex-col border-r max-lg:w-full max-lg:border-r-0', open && 'max-lg:hidden')}>
          <div role="group" aria-label="Filter" className="grid grid-cols-2 gap-1.5 border-b p-2">
            <Input id="find-asset" type="search" aria-label="Words" placeholder="Words of the name or the content" className="col-span-2" value={filter.q} onChange={e => setFilter({ ...filter, q: e.target.value })} />
            <Select aria-label="Kind" placeholder="All kinds" options={kinds} value={filter.kind} onChange={e => setFilter({ ...filter, kind: e.target.value })} />
            <Combobox label="Product" placeholder="All products" value={product} options={(text, signal) => searchRecords('product', text, signal)} onChange={o => { setProduct(o); setFilter({ ...filter, product: o?.value ?? '' }); }} />
          </div>
          <SendingList sending={sending} onStart={start} onDrop={drop} />
          {found.isPending && <SkeletonRows />}
          {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
          {found.data && list.length === 0 && (filtered
            ? <EmptyState icon={Images} title="Nothing fits">No asset meets all of the conditions.</EmptyState>
            : <EmptyState icon={Images} title="No assets yet" action={mayAdd && <Button onClick={() => input.current?.click()}><Upload />Add files</Button>}>Decks, logos, price lists, one-pagers: drop them here. Each keeps its earlier versions.</EmptyState>)}
          {list.length > 0 && (
            <VirtualList label="Assets" className="flex-1" items={list} keyOf={a => a.record.id} height={60} shown={open} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}>
              {asset => <Line asset={asset} open={asset.record.id === open} onOpen={() => show(asset.record.id)} />}
            </VirtualList>
          )}
        </div>
        <div className={cn('flex min-w-0 flex-1 flex-col', !open && 'max-lg:hidden')}>
          {open
            ? <AssetDetail key={open} id={open} onClose={() => show(null)} onVersion={file => add([file], open)} />
            : <EmptyState icon={Images} title="Choose an asset" className="m-auto">J and K go through the list, C adds files, / looks for words.</EmptyState>}
        </div>
        {over && (
          <div aria-hidden className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-xl border-2 border-dashed border-accent bg-surface/85 text-sm font-medium text-accent-text">
            Drop to add to the library
          </div>
        )}
      </div>
    </div>
  );
}

function Line({ asset: { record, match }, open, onOpen }: { asset: Asset; open: boolean; onOpen: () => void }) {
  const format = useFormats();
  const version = Number(record.version_number ?? 1);
  return (
    <button type="button" aria-current={open || undefined} onClick={onOpen} className={cn('flex w-full items-center gap-3 px-3 py-2 text-left hover:bg-hover', open && 'bg-active')}>
      <AssetPicture file={record} className="size-11" />
      <span className="min-w-0 flex-1 leading-[18px]">
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate text-sm font-medium">{record.title}</span>
          {version > 1 && <Badge>v{version}</Badge>}
          <span className="ml-auto shrink-0 text-2xs text-fg-3">{format.ago(record.updated_at)}</span>
        </span>
        <span className={cn('block truncate text-xs', open ? 'text-fg-2' : 'text-fg-3')}>
          {match ? <Marked text={match.text} ranges={match.ranges} /> : [kindOf(record.content_type), typeof record.size === 'number' && sizeText(record.size, format.locale)].filter(Boolean).join(' · ')}
        </span>
      </span>
    </button>
  );
}
