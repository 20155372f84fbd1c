'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight, GitFork, Lightbulb, Megaphone, Plus, Radio } from 'lucide-react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Badge } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import type { Tone } from '@/lib/tone';
import { treeKeys, trees, type TreeSummary } from './tree-api';

interface Health {
  key: string;
  text: string;
  tone: Tone;
}

const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

/** What is wrong with a tree, the worst first. */
export function healthOf(tree: TreeSummary): Health[] {
  const { expired = 0, expiring = 0, no_source: unsourced = 0, not_citable: closed = 0, not_live: unpublished = 0 } = tree.badges;
  return [
    ...(expired ? [{ key: 'expired', text: many(expired, 'has expired', 'have expired'), tone: 'red' as const }] : []),
    ...(unsourced ? [{ key: 'no_source', text: many(unsourced, 'proof without a source', 'proofs without a source'), tone: 'red' as const }] : []),
    ...(expiring ? [{ key: 'expiring', text: many(expiring, 'ends soon', 'end soon'), tone: 'amber' as const }] : []),
    ...(closed ? [{ key: 'not_citable', text: many(closed, 'not for outsiders', 'not for outsiders'), tone: 'amber' as const }] : []),
    ...(unpublished ? [{ key: 'not_live', text: many(unpublished, 'not live', 'not live'), tone: 'neutral' as const }] : []),
  ];
}

/** Products with what is said about them, and how well it stands. */
export function TreesPage() {
  const session = useSession().data;
  const found = useQuery({ queryKey: treeKeys.all, queryFn: ({ signal }) => trees.list(signal) });
  if (session && !can(session, 'message_tree.read')) return <><PageHeader title="Message trees" /><NoPermission /></>;
  const out = (found.data ?? []).reduce((sum, t) => sum + t.outdated, 0);
  return (
    <>
      <PageHeader title="Message trees" count={found.data?.length}>
        {out > 0 && <Link href="/context/outdated" className={buttonStyle()}><Radio />{out} outdated</Link>}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[1120px] p-5 max-md:p-3.5">
          {found.isPending && <SkeletonRows rows={8} />}
          {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
          {found.data?.length === 0 && (
            <EmptyState icon={GitFork} title="No products yet" action={can(session, 'product.create') && <Link href="/products" className={buttonStyle({ variant: 'primary' })}>Go to products</Link>}>
              A message tree says what a product promises and what proves it. Begin with a product.
            </EmptyState>
          )}
          <ul aria-label="Message trees" className="grid grid-cols-3 gap-3 max-xl:grid-cols-2 max-sm:grid-cols-1">
            {found.data?.map(tree => <TreeCard key={tree.product_id} tree={tree} mayPlant={can(session, 'message_tree.create')} />)}
          </ul>
        </div>
      </div>
    </>
  );
}

function TreeCard({ tree, mayPlant }: { tree: TreeSummary; mayPlant: boolean }) {
  const format = useFormats();
  const health = healthOf(tree);
  const none = tree.tree_id === null;
  return (
    <li className="group relative flex min-h-40 flex-col rounded-xl border border-line bg-raised p-4 shadow-e1 transition-[border-color,box-shadow] hover:border-line-strong hover:shadow-e2">
      <div className="flex items-center gap-2">
        <GitFork aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
        <h2 className="min-w-0 flex-1 truncate text-sm font-semibold">
          <Link href={`/context/trees/${tree.product_id}`} className="after:absolute after:inset-0 after:rounded-xl">{tree.product_name}</Link>
        </h2>
        <ArrowUpRight aria-hidden className="size-4 text-fg-3 opacity-0 transition-opacity group-hover:opacity-100" />
      </div>
      {none ? (
        <p className="mt-2 flex items-center gap-1.5 text-sm text-fg-3">{mayPlant ? <><Plus aria-hidden className="size-4" />No tree yet. Plant one with five questions.</> : 'No tree yet.'}</p>
      ) : (
        <>
          <p className="mt-2 line-clamp-2 flex gap-1.5 text-sm font-medium"><Megaphone aria-hidden className="mt-0.5 size-4 shrink-0 stroke-[1.75] text-fg-3" /><span>{tree.headline}</span></p>
          <p className="num mt-1.5 text-xs text-fg-3">{format.number(tree.live)} of {many(tree.messages, 'message', 'messages')} live</p>
          <div className="mt-auto flex flex-wrap gap-1 pt-3">
            {health.map(h => <Badge key={h.key} tone={h.tone} className="num">{h.text}</Badge>)}
            {tree.outdated > 0 && <Badge tone="amber" className="num"><Radio aria-hidden />{many(tree.outdated, 'outdated use', 'outdated uses')}</Badge>}
            {tree.notes.length > 0 && <Badge title={tree.notes.join(' ')} className="num"><Lightbulb aria-hidden />{many(tree.notes.length, 'hint', 'hints')}</Badge>}
            {health.length + tree.outdated + tree.notes.length === 0 && <Badge tone="green">In good health</Badge>}
          </div>
        </>
      )}
    </li>
  );
}
