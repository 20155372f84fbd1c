'use client';
import { useQuery } from '@tanstack/react-query';
import { Network } from 'lucide-react';
import { Link } from '@/components/link';
import { Avatar } from '@/components/ui/avatar';
import { SectionTitle } from '@/components/ui/card';
import { api } from '@/lib/api';
import { cn } from '@/lib/cn';
import { useFormats, type MoneyValue } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';

interface Sum {
  deals: number;
  amount?: MoneyValue;
  per_currency: MoneyValue[];
}

interface Totals {
  contacts: number;
  open: Sum;
  won: Sum;
}

interface Tree {
  companies: { id: string; name: string; parent_id?: string | null; level: number; own: Totals }[];
  totals: Totals;
  complete: boolean;
}

/** The group of companies this one belongs to: those above it, and those below with what their deals add up to. */
export function GroupTree({ record }: { record: AnyRecord }) {
  const formats = useFormats();
  const above = Array.isArray(record.company_hierarchy) ? (record.company_hierarchy as { id: string; name: string }[]) : [];
  const below = [record.child_companies ?? []].flat().length > 0;
  const tree = useQuery({ queryKey: keys.related('company', record.id, 'tree'), queryFn: () => api.get<Tree>(`/companies/${record.id}/tree`), enabled: below, retry: false });
  if (above.length === 0 && !below) return null;
  const sum = (s: Sum) => (s.amount ? formats.money(s.amount, null, true) : s.per_currency.map(m => formats.money(m, null, true)).join(' + '));
  const nodes = tree.data?.companies ?? [{ id: record.id, name: record.title, level: 0, own: null }];
  return (
    <section aria-label="Group of companies" className="border-t px-5 py-3">
      <SectionTitle aside={<Network aria-hidden className="size-3.5" />}>Group</SectionTitle>
      <ul className="text-sm">
        {above.map((c, i) => <Row key={c.id} id={c.id} name={c.name} level={i} />)}
        {nodes.map(n => <Row key={n.id} id={n.id} name={n.name} level={above.length + n.level} here={n.id === record.id} aside={n.own && n.own.open.deals > 0 ? `${sum(n.own.open)} open` : ''} />)}
      </ul>
      {tree.data && (
        <p className="num mt-1.5 text-xs text-fg-3">
          Together {tree.data.totals.open.deals} open deals{sum(tree.data.totals.open) && ` worth ${sum(tree.data.totals.open)}`}, {tree.data.totals.won.deals} won{sum(tree.data.totals.won) && ` worth ${sum(tree.data.totals.won)}`}
          {!tree.data.complete && '; only a part of the group is shown'}
        </p>
      )}
    </section>
  );
}

function Row({ id, name, level, here, aside }: { id: string; name: string; level: number; here?: boolean; aside?: string }) {
  return (
    <li className={cn('-mx-2 flex min-h-8 items-center gap-2 rounded-md pr-2 hover:bg-hover', here && 'bg-hover font-medium')} style={{ paddingLeft: 8 + Math.min(level, 8) * 14 }}>
      <Avatar name={name} size={18} square decorative />
      {here ? <span aria-current="page" className="min-w-0 flex-1 truncate">{name}</span> : <Link href={recordPath('company', id)} className="min-w-0 flex-1 truncate hover:underline">{name}</Link>}
      {aside && <span className="num shrink-0 text-xs font-normal text-fg-3">{aside}</span>}
    </li>
  );
}
