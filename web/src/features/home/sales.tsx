'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from '@/components/link';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useStored } from '@/lib/browser-store';
import { cn } from '@/lib/cn';
import { useFormats, type MoneyValue } from '@/lib/format';
import { lists, type Group } from '@/lib/lists-api';
import { fieldOf, useType } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { records, type FilterTree } from '@/lib/records-api';
import { useSession } from '@/lib/session';
import { toneOf, type Tone } from '@/lib/tone';
import { amountOf, measuredText, shortTotal } from '@/features/records/list/groups';
import { dealsPath, salesFilters } from './sales-filters';

const sum = 'sum(deal_amount)';

function useDeals(filter: FilterTree, groupBy: string[]) {
  const currency = useSession().data?.workspace.base_currency;
  const query = { filter, group_by: groupBy, measures: [{ op: 'sum' as const, field: 'deal_amount' }], ...(currency && { currency }) };
  return useQuery({ queryKey: keys.aggregate('deal', query), queryFn: ({ signal }) => lists.aggregate('deals', query, { signal }), staleTime: 60_000, enabled: currency !== undefined });
}

/** Where sales stand. Every figure is a link to the deals it counts. */
export function Sales() {
  const [mine, setMine] = useStored('home:mine', false);
  const type = useType('deal');
  if (!type) return null;
  const hasSteps = fieldOf(type, 'next_step') !== undefined && fieldOf(type, 'next_step_due') !== undefined;
  return (
    <section aria-label="Sales" className="flex flex-col gap-3">
      <SectionTitle
        aside={
          <span role="group" aria-label="Whose deals" className="flex gap-0.5">
            <Button variant={mine ? 'ghost' : 'soft'} size="xs" aria-pressed={!mine} onClick={() => setMine(false)}>Everybody</Button>
            <Button variant={mine ? 'soft' : 'ghost'} size="xs" aria-pressed={mine} onClick={() => setMine(true)}>Mine</Button>
          </span>
        }
      >
        Sales
      </SectionTitle>
      <div className="grid grid-cols-4 gap-3 max-lg:grid-cols-2">
        <Figure label="Open pipeline" filter={salesFilters.open(mine)} money />
        <Figure label="Won this quarter" filter={salesFilters.won(mine)} money tone="text-green-text" />
        {hasSteps && <Figure label="Without next step" filter={salesFilters.noNextStep(mine)} tone="text-amber-text" />}
        <Figure label="Signing by end of month" filter={salesFilters.closing(mine)} />
      </div>
      <Pipeline mine={mine} />
      {hasSteps && <Quiet mine={mine} />}
    </section>
  );
}

function Figure({ label, filter, money, tone }: { label: string; filter: FilterTree; money?: boolean; tone?: string }) {
  const format = useFormats();
  const found = useDeals(filter, []);
  const total = found.data?.total;
  const amount = total && shortTotal(format, total.measures[sum]);
  const count = total && `${format.number(total.count)} ${total.count === 1 ? 'deal' : 'deals'}`;
  return (
    <Card className="relative min-w-0 p-4 hover:border-line-strong">
      <Link href={dealsPath(filter)} className="block truncate text-sm text-fg-2 after:absolute after:inset-0">{label}</Link>
      <p title={total && measuredText(format, total.measures[sum])} className={cn('num mt-1 truncate text-xl font-semibold', total && total.count > 0 && tone)}>{found.error ? '–' : !total ? <Skeleton className="mt-2.5 h-3 w-16" /> : money ? amount || '0' : format.number(total.count)}</p>
      <p className="num truncate text-xs text-fg-3">{total ? (money ? count : amount || count) : ' '}</p>
    </Card>
  );
}

const bars: Record<Tone, string> = { neutral: 'bg-fg-3/60', accent: 'bg-accent', green: 'bg-green', amber: 'bg-amber', red: 'bg-red', violet: 'bg-violet', teal: 'bg-teal' };

function Pipeline({ mine }: { mine: boolean }) {
  const format = useFormats();
  const type = useType('deal');
  const found = useDeals(salesFilters.open(mine), ['stage']);
  const choices = (type && fieldOf(type, 'stage')?.choices) ?? [];
  const place = (g: Group) => choices.findIndex(c => c.value === g.key.stage);
  const groups = [...(found.data?.groups ?? [])].sort((a, b) => place(a) - place(b));
  const most = Math.max(1, ...groups.map(g => amountOf(g.measures[sum])));
  return (
    <Card className="p-4">
      <div className="flex items-baseline justify-between">
        <h3 className="text-sm font-semibold">Pipeline by stage</h3>
        <Link href={dealsPath(salesFilters.open(mine), { layout: 'board' })} className="text-xs font-medium text-fg-2 hover:text-fg hover:underline">Open board</Link>
      </div>
      {found.error ? <Line>{messageOf(found.error)}</Line> : found.isPending ? <Line><Skeleton className="w-2/3" /></Line> : groups.length === 0 ? <Line>No open deals.</Line> : (
        <ul className="mt-2 flex flex-col">
          {groups.map(g => {
            const choice = choices.find(c => c.value === g.key.stage);
            return (
              <li key={String(g.key.stage)} className="relative -mx-2 grid min-h-9 grid-cols-[120px_minmax(0,1fr)_112px] items-center gap-3 rounded-md px-2 text-sm hover:bg-hover max-md:grid-cols-[92px_minmax(0,1fr)_84px]">
                <Link href={dealsPath(salesFilters.stage(mine, g.key.stage ?? null))} className="truncate after:absolute after:inset-0">
                  {choice?.label ?? 'No stage'} <span className="num text-fg-3">{format.number(g.count)}</span>
                </Link>
                <span aria-hidden className="h-2 overflow-hidden rounded-full bg-hover"><span className={cn('block h-full rounded-full', bars[toneOf(choice?.tone)])} style={{ width: `${Math.max(1, (amountOf(g.measures[sum]) / most) * 100)}%` }} /></span>
                <span title={measuredText(format, g.measures[sum])} className="num truncate text-right font-medium">{shortTotal(format, g.measures[sum])}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

const few = 5;

function Quiet({ mine }: { mine: boolean }) {
  const format = useFormats();
  const filter = salesFilters.noNextStep(mine);
  const found = useQuery({
    queryKey: [...keys.lists('deal'), 'no-next-step', mine],
    queryFn: ({ signal }) => records.query('deals', { filter, sort: ['-deal_amount'], limit: few, count: true }, { signal }),
  });
  const rows = found.data?.data ?? [];
  const total = found.data?.total ?? rows.length;
  if (found.data && rows.length === 0) return null;
  return (
    <Card className="pt-3">
      <div className="flex items-baseline justify-between px-4 pb-1">
        <h3 className="text-sm font-semibold">Deals without a next step <span className="num ml-1 font-normal text-fg-3">{found.data && format.number(total)}</span></h3>
        <Link href={dealsPath(filter)} className="text-xs font-medium text-fg-2 hover:text-fg hover:underline">All of them</Link>
      </div>
      {found.error ? <Line>{messageOf(found.error)}</Line> : found.isPending ? <Line><Skeleton className="mx-4 w-1/2" /></Line> : (
        <ul className="divide-y">
          {rows.map(d => {
            const company = [d._refs?.company_id].flat()[0];
            return (
              <li key={d.id} className="relative flex min-h-10 items-center gap-3 px-4 text-sm hover:bg-subtle">
                {company && <Avatar name={company.title} size={18} square decorative />}
                <Link href={recordPath('deal', d.id)} className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0">{d.title}</Link>
                <span className="num shrink-0 text-fg-2">{format.money(d.deal_amount as MoneyValue, d.deal_amount_currency as string | null, true)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

const Line = ({ children }: { children: ReactNode }) => <p className="px-4 py-3 text-sm text-fg-3">{children}</p>;
