'use client';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { Link } from '@/components/link';
import { Card, SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/cn';
import { today, useFormats } from '@/lib/format';
import { fieldOf, useType, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { records, type FilterTree } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';

const closed = ['done', 'closed', 'cancelled', 'resolved'];

/** Open tasks of the person signed in, as far as the type of tasks says who does them and whether they are done. */
export function myTaskFilter(type: RecordType): FilterTree | null {
  const who = type.fields.find(f => f.kind === 'person' && f.filter && /assignee|owner/.test(f.name));
  if (!who) return null;
  const status = fieldOf(type, 'status');
  const done = status?.choices?.map(c => c.value).filter(v => closed.includes(v)) ?? [];
  const mine: FilterTree = { field: who.name, op: 'is', value: 'me' };
  return status?.filter && done.length ? { and: [mine, { field: 'status', op: 'not_in', value: done }] } : mine;
}

export function MyTasks() {
  const type = useType('task');
  const session = useSession().data;
  const format = useFormats();
  const filter = type ? myTaskFilter(type) : null;
  const due = type?.fields.find(f => f.name === 'due_date' && f.sort);
  const tasks = useQuery({
    queryKey: [...keys.lists('task'), 'mine'],
    queryFn: ({ signal }) => records.query('tasks', { ...(filter && { filter }), ...(due && { sort: ['due_date'] }), limit: 5, count: true }, { signal }),
    enabled: type !== undefined && can(session, 'task.read'),
  });
  const now = today(format.timeZone);
  const total = tasks.data?.total ?? 0;
  return (
    <section>
      <SectionTitle aside={<Link href="/my-work" className="px-2 font-medium text-fg-2 hover:text-fg">My work</Link>}>
        Your tasks <span className="num ml-1 font-normal text-fg-3">{tasks.data ? format.number(total) : ''}</span>
      </SectionTitle>
      <Card className="mt-1">
        {tasks.isPending && <p className="p-4"><Skeleton className="w-1/2" /></p>}
        {tasks.error && <p className="p-4 text-sm text-fg-3">Could not be read.</p>}
        {tasks.data && total === 0 && <p className="p-4 text-sm text-fg-3">None open.</p>}
        <ul className="divide-y">
          {tasks.data?.data.map(t => {
            const until = t.due_date as string | null;
            return (
              <li key={t.id} className="relative flex min-h-11 items-center gap-3 px-3.5 py-2 text-sm hover:bg-subtle">
                <CircleCheck aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
                <Link href={recordPath('task', t.id)} className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0">{t.title}</Link>
                {until && <span className={cn('num shrink-0 text-xs', until < now ? 'text-red-text' : 'text-fg-3')}>{format.date(until)}</span>}
              </li>
            );
          })}
        </ul>
      </Card>
    </section>
  );
}
