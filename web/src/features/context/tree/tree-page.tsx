'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, GitFork, ListTree, Map as MapIcon, Plus, Redo2, Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { cn } from '@/lib/cn';
import { isMissing } from '@/lib/problem';
import { records } from '@/lib/records-api';
import { keys } from '@/lib/query-keys';
import { useRouteParams } from '@/lib/route';
import { can, useSession } from '@/lib/session';
import { entryType } from '../names';
import { KindIcon } from './node-look';
import type { Tree } from './tree-api';
import { TreeBody } from './tree-body';
import { useScene } from './use-scene';
import { useTree } from './use-tree';

const FirstNodes = dynamic(() => import('./first-nodes').then(m => m.FirstNodes), { ssr: false, loading: () => <SkeletonRows /> });

/** The message tree of one product; the address names the product, or the tree itself. */
export function TreePage() {
  const { id = '' } = useRouteParams('/context/trees/[id]');
  const session = useSession().data;
  const tree = useTree(id);
  if (session && !can(session, 'message_tree.read')) return <><TreeHeader title="Message tree" /><NoPermission /></>;
  if (tree.data) return <OneTree key={id} id={id} tree={tree.data} />;
  if (isMissing(tree.error)) return <WithoutTree id={id} />;
  return <><TreeHeader title="Message tree" />{tree.error ? <ErrorState error={tree.error} retry={() => void tree.refetch()} /> : <SkeletonRows rows={10} />}</>;
}

function WithoutTree({ id }: { id: string }) {
  const session = useSession().data;
  const product = useQuery({ queryKey: keys.record('product', id), queryFn: ({ signal }) => records.get('products', id, { signal }), retry: false });
  const may = can(session, 'message_tree.create') && can(session, `${entryType}.create`) && !session?.viewing_as;
  if (product.isPending) return <><TreeHeader title="Message tree" /><SkeletonRows /></>;
  if (product.error) return <><TreeHeader title="Message tree" /><ErrorState error={product.error} /></>;
  return <><TreeHeader title={product.data.title} /><FirstNodes product={id} name={product.data.title} may={may} /></>;
}

function OneTree({ id, tree }: { id: string; tree: Tree }) {
  const { scene, view, setView, ...rest } = useScene(id, tree);
  const { edits, may } = scene;
  const product = tree.tree._refs?.product_id;
  const title = product && !Array.isArray(product) ? product.title : tree.tree.title;
  useEffect(() => {
    document.title = `${title}: messages · Windrose`;
  }, [title]);
  return (
    <>
      <TreeHeader title={title}>
        {may && (
          <>
            <Button variant="ghost" size="icon" aria-label="Undo" title="Undo (Ctrl Z)" disabled={!edits.canUndo || edits.busy} onClick={edits.back}><Undo2 /></Button>
            <Button variant="ghost" size="icon" aria-label="Do again" title="Do again (Ctrl Shift Z)" disabled={!edits.canRedo || edits.busy} onClick={edits.again} className="max-sm:hidden"><Redo2 /></Button>
          </>
        )}
        <div role="group" aria-label="View" className="flex rounded-md border border-line bg-subtle p-0.5">
          {([['outline', 'Outline', ListTree], ['canvas', 'Canvas', MapIcon]] as const).map(([value, label, Icon]) => (
            <button key={value} type="button" aria-pressed={view === value} onClick={() => setView(value)} className={cn('flex h-6 items-center gap-1.5 rounded-sm px-2 text-xs font-medium text-fg-3 max-md:h-8', view === value && 'bg-raised text-fg shadow-e1')}>
              <Icon aria-hidden className="size-3.5" /><span className="max-sm:sr-only">{label}</span>
            </button>
          ))}
        </div>
        {may && (
          <Menu label="Add a message" align="end" className="w-56" trigger={<Button variant="primary"><Plus /><span className="max-sm:sr-only">Message</span></Button>}>
            {tree.kinds.map(k => <MenuItem key={k.kind} onSelect={() => rest.addKind(k.kind)}><KindIcon kind={k.kind} />{k.label}</MenuItem>)}
          </Menu>
        )}
      </TreeHeader>
      {tree.nodes.length === 0
        ? <EmptyState icon={GitFork} title="No message here that you may see">Messages of this tree are kept from your role, or were moved to the bin.</EmptyState>
        : <TreeBody scene={scene} view={view} {...rest} />}
    </>
  );
}

function TreeHeader({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b pr-2.5 pl-4 max-md:h-12 max-md:pl-12">
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1 text-sm">
        <Link href="/context" className="rounded-md px-1 text-fg-3 hover:text-fg max-md:hidden">Context</Link>
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3 max-md:hidden" />
        <Link href="/context/trees" className="shrink-0 rounded-md px-1 text-fg-3 hover:text-fg max-md:hidden">Message trees</Link>
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3 max-md:hidden" />
        <h1 className="truncate px-1 font-semibold">{title}</h1>
      </nav>
      <div className="ml-auto flex shrink-0 items-center gap-1.5">{children}</div>
    </header>
  );
}
