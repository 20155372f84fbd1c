'use client';
import dynamic from 'next/dynamic';
import { Plus, Star } from 'lucide-react';
import { useState } from 'react';
import { Link } from '@/components/link';
import { ChoiceBadge } from '@/components/choice-badge';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormats } from '@/lib/format';
import { useType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import { titleOf } from '@/lib/record-title';
import { can, useSession } from '@/lib/session';
import { usePeopleOf } from './use-account';

const CreateDialog = dynamic(() => import('@/features/records/form/create-dialog').then(m => m.CreateDialog), { ssr: false });

const shown = 8;

/** "3d": short, as it stands in a narrow column. */
export function daysSince(day: string, locale: string, now = Date.now()): string {
  const days = Math.max(0, Math.floor((now - Date.parse(`${day}T00:00:00Z`)) / 86_400_000));
  if (days === 0) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'day');
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'narrow' }).format(days);
}

export function PeopleSection({ company }: { company: string }) {
  const type = useType('contact');
  const people = usePeopleOf(company);
  const formats = useFormats();
  const session = useSession().data;
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const list = [...(people.data?.data ?? [])].sort((a, b) => Number(b.is_primary === true) - Number(a.is_primary === true));
  if (!can(session, 'contact.read')) return null;
  return (
    <section aria-label="People" className="border-t px-5 py-3">
      <SectionTitle
        aside={type && can(session, 'contact.create') && <Button data-edge variant="ghost" size="icon" aria-label="Add person" onClick={() => setAdding(true)}><Plus /></Button>}
      >
        People <span className="num ml-1 font-normal text-fg-3">{people.data ? (people.data.total ?? list.length) : ''}</span>
      </SectionTitle>
      {people.isPending && <Skeleton className="my-2 w-1/2" />}
      {people.data && list.length === 0 && <p className="pb-1 text-sm text-fg-3">Nobody is known here yet.</p>}
      <ul className="mt-0.5">
        {(all ? list : list.slice(0, shown)).map(p => {
          const name = titleOf(p, type);
          const last = typeof p.last_contact_date === 'string' ? p.last_contact_date : null;
          const job = typeof p.title === 'string' && p.title !== name ? p.title : null;
          return (
            <li key={p.id} className="relative -mx-2 flex min-h-11 items-center gap-2.5 rounded-md px-2 py-1 hover:bg-hover">
              <Avatar name={name} size={26} decorative />
              <span className="min-w-0 flex-1 leading-[17px]">
                <Link href={recordPath('contact', p.id)} className="flex items-center gap-1 font-medium after:absolute after:inset-0">
                  <span className="truncate">{name}</span>
                  {p.is_primary === true && <Star role="img" aria-label="Primary contact" className="size-3 shrink-0 fill-current text-amber" />}
                </Link>
                <span className="block truncate text-xs text-fg-3">{job ?? (typeof p.email === 'string' ? p.email : 'No title')}</span>
              </span>
              <ChoiceBadge type={type} field="influence_role" value={p.influence_role} />
              {last && <span className="num shrink-0 text-right text-xs text-fg-3" title={`Last contact ${formats.date(last)}`}>{daysSince(last, formats.locale)}</span>}
            </li>
          );
        })}
      </ul>
      {list.length > shown && !all && <Button variant="ghost" size="xs" className="-ml-2" onClick={() => setAll(true)}>{list.length < (people.data?.total ?? 0) ? `Show ${list.length}` : `All ${list.length}`}</Button>}
      {all && list.length < (people.data?.total ?? 0) && <Link href={`/contacts?filter=${encodeURIComponent(JSON.stringify({ field: 'company_id', op: 'is', value: company }))}`} className="text-xs font-medium text-fg-2 hover:text-fg">All {formats.number(people.data?.total ?? 0)} in the list</Link>}
      {adding && type && <CreateDialog type={type} preset={new URLSearchParams({ company_id: company })} onClose={() => setAdding(false)} onCreated={() => void people.refetch()} />}
    </section>
  );
}
