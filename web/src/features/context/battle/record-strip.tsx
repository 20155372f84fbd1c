'use client';
import { Link } from '@/components/link';
import { Card } from '@/components/ui/card';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { useType, fieldOf } from '@/lib/meta';
import { dealsAgainst, type BattleCard, type Outcome } from './battle-api';
import { amountsText, shareText, stagesOf, trendText } from './battle-text';

/** How it stands against them: deals with their sums, objections over a year, stages in which they come up. */
export function RecordStrip({ id, card }: { id: string; card: BattleCard }) {
  return (
    <section aria-label="How it stands" className="grid grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)_minmax(0,.8fr)] gap-3 max-lg:grid-cols-1">
      <Card className="flex flex-col p-4">
        <h2 className="text-xs font-medium text-fg-3">Deals against them</h2>
        <dl className="mt-2 grid grid-cols-3 gap-3">
          <Figure label="Won" tone="text-green-text" outcome={card.won} href={dealsAgainst(id, 'won')} />
          <Figure label="Lost" tone="text-red-text" outcome={card.lost} href={dealsAgainst(id, 'lost')} />
          <Figure label="Open" tone="text-fg" outcome={card.open} href={dealsAgainst(id, 'open')} />
        </dl>
        <p className="mt-auto pt-3 text-xs text-fg-2">{shareText(card)}</p>
      </Card>
      <Card className="flex flex-col p-4">
        <h2 className="text-xs font-medium text-fg-3">Objections a month</h2>
        <Months card={card} />
        <p className="mt-auto pt-3 text-xs text-fg-2">{trendText(card.trend)}</p>
      </Card>
      <Card className="flex flex-col p-4">
        <h2 className="text-xs font-medium text-fg-3">Stage when raised</h2>
        <Stages card={card} />
      </Card>
    </section>
  );
}

function Figure({ label, outcome, href, tone }: { label: string; outcome: Outcome; href: string; tone: string }) {
  const format = useFormats();
  const sums = amountsText(outcome, format);
  return (
    <div className="min-w-0">
      <dt className="text-xs text-fg-3">{label}</dt>
      <dd>
        {outcome.count ? <Link href={href} className={cn('num text-2xl font-semibold hover:underline', tone)}>{format.number(outcome.count)}</Link> : <span className="num text-2xl font-semibold text-fg-3">0</span>}
        {sums && <span className="num block text-xs leading-[17px] break-words text-fg-2">{sums}</span>}
      </dd>
    </div>
  );
}

function Months({ card }: { card: BattleCard }) {
  const format = useFormats();
  const most = Math.max(1, ...card.trend.months.map(m => m.count));
  const name = (month: string) => new Intl.DateTimeFormat(format.locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  const first = card.trend.months[0];
  const last = card.trend.months.at(-1);
  return (
    <>
      <ol aria-label="Objections a month" className="mt-3 flex h-14 items-end gap-1">
        {card.trend.months.map(m => (
          <li key={m.month} title={`${name(m.month)}: ${m.count}`} className="flex h-full min-w-0 flex-1 items-end">
            <span className="sr-only">{name(m.month)}: {m.count}</span>
            <span aria-hidden className={cn('w-full rounded-[2px]', m.count ? 'bg-accent' : 'bg-line')} style={{ height: m.count ? `${Math.max(10, (100 * m.count) / most)}%` : '2px' }} />
          </li>
        ))}
      </ol>
      <p aria-hidden className="mt-1 flex justify-between text-2xs text-fg-3"><span>{first && name(first.month)}</span><span>{last && name(last.month)}</span></p>
    </>
  );
}

function Stages({ card }: { card: BattleCard }) {
  const deal = useType('deal');
  const stages = stagesOf(card);
  const all = stages.reduce((sum, [, n]) => sum + n, 0);
  const label = (stage: string) => (stage ? ((deal && fieldOf(deal, 'stage')?.choices?.find(c => c.value === stage)?.label) ?? stage) : 'No deal or stage');
  if (all === 0) return <p className="mt-2 text-xs text-fg-3">No objection names them yet.</p>;
  return (
    <ul className="mt-2 flex flex-col gap-1.5">
      {stages.map(([stage, count]) => (
        <li key={stage} className="grid grid-cols-[104px_minmax(0,1fr)_24px] items-center gap-2 text-xs">
          <span className={cn('truncate', stage ? 'text-fg-2' : 'text-fg-3')}>{label(stage)}</span>
          <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-hover"><span className="block h-full rounded-full bg-accent" style={{ width: `${(100 * count) / all}%` }} /></span>
          <span className="num text-right">{count}</span>
        </li>
      ))}
    </ul>
  );
}
