'use client';
import dynamic from 'next/dynamic';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from '@/components/link';
import { ChoiceBadge } from '@/components/choice-badge';
import { Button } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { refsOf } from '@/features/records/field/references';
import { cn } from '@/lib/cn';
import { today, useFormats, type MoneyValue } from '@/lib/format';
import { fieldOf, useType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { toneOf } from '@/lib/tone';
import { inOrder, progressOf, shortName } from './open-deals';
import { useDealsOf } from './use-account';

const CreateDialog = dynamic(() => import('@/features/records/form/create-dialog').then(m => m.CreateDialog), { ssr: false });

const shown = 5;
const bars: Record<string, string> = { neutral: 'bg-fg-3', accent: 'bg-accent', green: 'bg-green', amber: 'bg-amber', red: 'bg-red', violet: 'bg-violet', teal: 'bg-teal' };

export function DealsSection({ company, account }: { company: string; account: string }) {
  const type = useType('deal');
  const deals = useDealsOf(company);
  const session = useSession().data;
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const list = inOrder(deals.data?.data ?? []);
  if (!can(session, 'deal.read')) return null;
  return (
    <section aria-label="Deals" className="border-t px-5 py-3">
      <SectionTitle
        aside={type && can(session, 'deal.create') && <Button data-edge variant="ghost" size="icon" aria-label="Add deal" onClick={() => setAdding(true)}><Plus /></Button>}
      >
        Deals <span className="num ml-1 font-normal text-fg-3">{deals.data ? (deals.data.total ?? list.length) : ''}</span>
      </SectionTitle>
      {deals.isPending && <Skeleton className="my-2 w-1/2" />}
      {deals.data && list.length === 0 && <p className="pb-1 text-sm text-fg-3">No deals yet.</p>}
      <ul className="mt-1 flex flex-col gap-2">
        {(all ? list : list.slice(0, shown)).map(d => <DealCard key={d.id} deal={d} account={account} />)}
      </ul>
      {list.length > shown && !all && <Button variant="ghost" size="xs" className="-ml-2 mt-1" onClick={() => setAll(true)}>{list.length < (deals.data?.total ?? 0) ? `Show ${list.length}` : `All ${list.length}`}</Button>}
      {all && list.length < (deals.data?.total ?? 0) && <Link href={`/deals?filter=${encodeURIComponent(JSON.stringify({ field: 'company_id', op: 'is', value: company }))}`} className="text-xs font-medium text-fg-2 hover:text-fg">All {deals.data?.total} in the list</Link>}
      {adding && type && <CreateDialog type={type} preset={new URLSearchParams({ company_id: company })} onClose={() => setAdding(false)} onCreated={() => void deals.refetch()} />}
    </section>
  );
}

function DealCard({ deal, account }: { deal: AnyRecord; account: string }) {
  const type = useType('deal');
  const formats = useFormats();
  const choice = type && fieldOf(type, 'stage')?.choices?.find(c => c.value === deal.stage);
  const progress = progressOf(deal.stage);
  const signing = typeof deal.deal_expected_signing_date === 'string' ? deal.deal_expected_signing_date : null;
  const late = deal.deal_state === 'open' && signing !== null && signing < today(formats.timeZone);
  const product = refsOf(deal, 'product_id')[0]?.title;
  const name = deal.title === account || !deal.title ? (product ?? 'Deal') : shortName(deal.title, account);
  return (
    <li className="relative rounded-lg border border-line bg-raised p-2.5 shadow-e1 hover:border-line-strong">
      <div className="flex items-center justify-between gap-2">
        <Link href={recordPath('deal', deal.id)} className="min-w-0 truncate font-medium after:absolute after:inset-0">{name}</Link>
        <span className="num shrink-0 font-medium">{formats.money(deal.deal_amount as MoneyValue, deal.deal_amount_currency as string | null) || <span className="text-xs font-normal text-fg-3">No amount</span>}</span>
      </div>
      <div className="mt-2 flex items-center gap-2 text-xs text-fg-3">
        {progress !== null && deal.deal_state === 'open' ? (
          <>
            <span className="w-20 truncate">{choice?.label ?? String(deal.stage)}</span>
            <span aria-hidden className="h-1 flex-1 overflow-hidden rounded-full bg-active">
              <span className={cn('block h-full rounded-full', bars[toneOf(choice?.tone)])} style={{ width: `${progress * 100}%` }} />
            </span>
          </>
        ) : (
          <span className="flex-1"><ChoiceBadge type={type} field="stage" value={deal.stage} /></span>
        )}
        {deal.deal_state === 'open' && signing && <span className={cn('num shrink-0 text-right', late && 'text-red-text')} title="Expected signing">{formats.date(signing)}</span>}
        {deal.deal_state !== 'open' && typeof deal.deal_signing_date === 'string' && <span className="num shrink-0 text-right" title="Signed">{formats.date(deal.deal_signing_date)}</span>}
      </div>
    </li>
  );
}
