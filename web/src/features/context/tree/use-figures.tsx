import { useFormats } from '@/lib/format';
import { fewUses } from './node-look';
import type { UseCounts } from './tree-api';

interface Figure {
  label: string;
  value: string;
  /** Among how many it was counted. */
  among: string;
}

/** Counts of use with the number each was counted among. Replies and wins need an account, so uses without one are left out of them. */
export function figuresOf(use: UseCounts, number: (n: number) => string, money: (minor: number, currency: string) => string): Figure[] {
  const many = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`;
  const won = Object.entries(use.won).map(([currency, minor]) => money(minor, currency)).join(' + ');
  return [
    { label: 'Uses', value: number(use.uses), among: use.uses - use.told > 0 ? `${number(use.uses - use.told)} without an account` : `at ${many(use.accounts, 'account', 'accounts')}` },
    { label: 'Still out', value: number(use.out), among: `of ${many(use.uses, 'use', 'uses')}` },
    {
      label: 'Replies',
      value: use.told === 0 ? '–' : number(use.replies),
      among: use.told === 0 ? 'no use names an account' : `after ${many(use.told, 'use', 'uses')}${use.young > 0 ? `, ${number(use.young)} may still come` : ''}`,
    },
    {
      label: 'Wins',
      value: use.accounts === 0 ? '–' : number(use.wins),
      among: use.accounts === 0 ? 'no use names an account' : `at ${many(use.accounts, 'account', 'accounts')}${won ? `, ${won}` : ''}`,
    },
  ];
}

/** What a small number of uses cannot tell. */
export const caution = (use: UseCounts) => (use.told < fewUses ? `Fewer than ${fewUses} uses with an account: too few to compare messages by.` : null);

export function UseFigures({ use, how, columns = 'grid-cols-4 max-sm:grid-cols-2' }: { use: UseCounts; how?: string; columns?: string }) {
  const format = useFormats();
  const money = (minor: number, currency: string) => format.money(minor / 10 ** digits(currency), currency, true);
  const few = caution(use);
  return (
    <div>
      <dl className={`grid gap-2 ${columns}`}>
        {figuresOf(use, format.number, money).map(f => (
          <div key={f.label} className="min-w-0 rounded-lg border border-line bg-raised px-3 py-2 shadow-e1">
            <dt className="text-2xs text-fg-3">{f.label}</dt>
            <dd>
              <span className="num block text-lg font-semibold">{f.value}</span>
              <span className="num block text-2xs text-fg-3">{f.among}</span>
            </dd>
          </div>
        ))}
      </dl>
      {few && use.told > 0 && <p className="mt-2 text-xs text-amber-text">{few}</p>}
      {how && <p className="mt-1.5 text-xs text-fg-3">{how}</p>}
    </div>
  );
}

/** Decimals of a currency, as amounts come in its smallest unit. */
function digits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
