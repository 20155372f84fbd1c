'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus, Search, Swords } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Badge, Dot } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import type { Tone } from '@/lib/tone';
import { entryType } from '../names';
import { battle, battleKeys, battlePath, type Listed } from './battle-api';

const columns = 'grid grid-cols-[minmax(0,1fr)_104px_132px_88px_64px_96px] items-center gap-x-4 max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-y-1';
const tones: Record<string, Tone> = { live: 'green', in_review: 'amber', expired: 'red' };

/** Each competitor with its card and what is on record. */
export function BattlePage() {
  const router = useRouter();
  const session = useSession().data;
  const [text, setText] = useState('');
  const found = useQuery({ queryKey: battleKeys.all, queryFn: ({ signal }) => battle.all(signal) });
  const list = (found.data ?? []).filter(l => l.competitor_name.toLowerCase().includes(text.trim().toLowerCase()));
  const mayCreate = can(session, 'competitor.create') && !session?.viewing_as;
  const step = (by: number) => {
    const links = [...document.querySelectorAll<HTMLElement>('#competitors a[data-row]')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  useShortcuts({ j: () => step(1), k: () => step(-1), '/': () => document.getElementById('find-competitor')?.focus() });
  useShortcuts({ c: () => router.push('/records/competitors?create=1') }, mayCreate);
  if (session && (!can(session, 'competitor.read') || !can(session, `${entryType}.read`))) return <><PageHeader title="Battle cards" /><NoPermission /></>;
  return (
    <>
      <PageHeader title="Battle cards" count={found.data && String(found.data.length)}>
        {mayCreate && <Link href="/records/competitors?create=1" className={buttonStyle()}><Plus />New competitor</Link>}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[1040px] flex-col gap-4 p-5 max-md:p-3.5">
          <p className="max-w-[76ch] text-sm text-fg-2">What customers say when somebody else is asked for an offer, how these deals ended, and what we answer. Counts are of what you may see.</p>
          {found.isPending && <SkeletonRows rows={5} />}
          {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
          {found.data?.length === 0 && (
            <EmptyState icon={Swords} title="No competitor is known yet" action={mayCreate && <Link href="/records/competitors?create=1" className={buttonStyle({ variant: 'primary' })}>Add the first</Link>}>
              Add one, or name it in a conversation: who else a customer asks for an offer is kept with the deal.
            </EmptyState>
          )}
          {found.data && found.data.length > 0 && (
            <>
              {found.data.length > 7 && (
                <div role="search" className="relative max-w-[320px]">
                  <Search aria-hidden className="pointer-events-none absolute left-2.5 top-1/2 size-4 -translate-y-1/2 text-fg-3" />
                  <Input id="find-competitor" type="search" aria-label="Find a competitor" placeholder="Find a competitor…" value={text} onChange={e => setText(e.target.value)} className="pl-8" />
                </div>
              )}
              <Card className="overflow-hidden">
                <div aria-hidden className={cn(columns, 'h-8 border-b px-4 text-2xs font-medium text-fg-3 max-md:hidden')}>
                  <span>Competitor</span><span>Card</span><span className="text-right">Objections</span><span className="text-right">Won / lost</span><span className="text-right">Open</span><span className="text-right">Last heard</span>
                </div>
                <ul id="competitors" aria-label="Competitors" className="divide-y">
                  {list.map(l => <Row key={l.competitor_id} listed={l} />)}
                </ul>
                {list.length === 0 && <p role="status" className="px-4 py-3 text-sm text-fg-3">No competitor is called “{text.trim()}”.</p>}
              </Card>
            </>
          )}
        </div>
      </div>
    </>
  );
}

function Row({ listed: l }: { listed: Listed }) {
  const format = useFormats();
  const status = l.status?.replaceAll('_', ' ');
  const quiet = l.objections + l.won + l.lost + l.open === 0;
  return (
    <li className="[content-visibility:auto] [contain-intrinsic-size:auto_52px]">
      <Link data-row href={battlePath(l.competitor_id)} className={cn(columns, 'min-h-[52px] px-4 py-2 text-sm -outline-offset-2 hover:bg-subtle focus:bg-active')}>
        <span className="flex min-w-0 items-center gap-2.5">
          <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-lg bg-hover text-fg-2"><Swords className="size-4 stroke-[1.75]" /></span>
          <span className="min-w-0 truncate font-medium">{l.competitor_name}</span>
        </span>
        <span>{status ? <Badge tone={tones[l.status ?? ''] ?? 'neutral'}><Dot tone={tones[l.status ?? ''] ?? 'neutral'} />{status.charAt(0).toUpperCase() + status.slice(1)}</Badge> : <span className="text-xs text-fg-3">Not written</span>}</span>
        {quiet ? <span className="text-xs text-fg-3 md:col-span-4 md:text-right max-md:col-span-2">Nothing on record</span> : (
          <>
            <span className="num text-right max-md:col-span-2 max-md:text-left max-md:text-xs max-md:text-fg-2">
              {format.number(l.objections)}<span className="md:hidden"> {l.objections === 1 ? 'objection' : 'objections'}</span>{l.recent > 0 && <span className="text-xs text-fg-3"> · {format.number(l.recent)} in 90 days</span>}
              <span className="md:hidden">, {l.won} won, {l.lost} lost, {l.open} open</span>
            </span>
            <span className="num text-right max-md:hidden"><span className="text-green-text">{format.number(l.won)}</span><span className="text-fg-3"> / </span><span className="text-red-text">{format.number(l.lost)}</span></span>
            <span className="num text-right max-md:hidden">{format.number(l.open)}</span>
            <span className="text-right text-xs text-fg-3 max-md:hidden">{l.heard ? format.ago(l.heard) : '–'}</span>
          </>
        )}
      </Link>
    </li>
  );
}
