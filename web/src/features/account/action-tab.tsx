'use client';
import dynamic from 'next/dynamic';
import { ArrowRight, CalendarClock, CircleCheck, Plus } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { ChoiceBadge } from '@/components/choice-badge';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { LatestEntries } from '@/features/timeline/timeline';
import { WaitingCard } from '@/features/review/waiting-card';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { today, useFormats } from '@/lib/format';
import { useType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { comingUp, type Step } from './open-deals';
import { useDealsOf, useOpenObjectionsOf, useOpenTasksOf } from './use-account';

const NextActions = dynamic(() => import('@/features/agents/next-actions').then(m => m.NextActions), { ssr: false });
const CreateDialog = dynamic(() => import('@/features/records/form/create-dialog').then(m => m.CreateDialog), { ssr: false });

export function useWaiting(record: string) {
  return useQuery({
    queryKey: keys.changeSetList({ status: 'proposed', record }),
    queryFn: () => changeSets.list(`?status=proposed&record_id=${record}&limit=50`),
  });
}

interface ActionTabProps {
  company: string;
  account: string;
  onAsk: () => void;
}

/** What is to be done: decisions that wait, promises made, dates that the record holds. Nothing is made up. */
export function ActionTab({ company, account, onAsk }: ActionTabProps) {
  const type = useType('company');
  const waiting = useWaiting(company);
  const tasks = useOpenTasksOf(company);
  const deals = useDealsOf(company);
  const objections = useOpenObjectionsOf(company);
  const formats = useFormats();
  const now = today(formats.timeZone);
  const steps = comingUp(deals.data?.data ?? [], account, now, today(formats.timeZone, new Date(Date.now() + 180 * 86_400_000)));
  const sets = waiting.data?.data ?? [];
  const open = objections.data?.data ?? [];
  if (tasks.isPending || deals.isPending) return <SkeletonRows />;
  const nothing = sets.length + steps.length + open.length + (tasks.data?.data.length ?? 0) === 0;
  return (
    <div className="mx-auto flex max-w-[1080px] flex-col gap-5 p-5 max-md:p-3.5">
      {sets.length > 0 && (
        <section>
          <SectionTitle className="mb-2">Waiting for a decision</SectionTitle>
          <div className="flex flex-col gap-3">{sets.map((s, i) => <WaitingCard key={s.id} id={s.id} known={s} keyboard={i === 0} withAuthor />)}</div>
        </section>
      )}
      <NextActions company={company} />
      {nothing ? (
        <EmptyState icon={CircleCheck} title="Nothing is open here" action={<Button onClick={onAsk}>Write what happened</Button>}>
          No task, no open objection, no signing date. Tell what happened in the chat, and what follows from it shows up here.
        </EmptyState>
      ) : (
        <>
          <Tasks company={company} tasks={tasks.data?.data ?? []} now={now} />
          <div className="grid grid-cols-2 gap-5 max-xl:grid-cols-1">
            {steps.length > 0 && <NextDates steps={steps} />}
            {open.length > 0 && <Objections list={open} />}
          </div>
        </>
      )}
      {type && <LatestEntries type={type} id={company} />}
    </div>
  );
}

function Tasks({ company, tasks, now }: { company: string; tasks: AnyRecord[]; now: string }) {
  const type = useType('task');
  const session = useSession().data;
  const [adding, setAdding] = useState(false);
  return (
    <section>
      <SectionTitle
        className="mb-2"
        aside={type && can(session, 'task.create') && <Button data-edge variant="ghost" size="xs" onClick={() => setAdding(true)}><Plus />Task</Button>}
      >
        Open tasks <span className="num ml-1 font-normal text-fg-3">{tasks.length}</span>
      </SectionTitle>
      {tasks.length === 0 ? <p className="text-sm text-fg-3">No open tasks.</p> : (
        <Card><ul>{tasks.map(t => <TaskRow key={t.id} task={t} now={now} />)}</ul></Card>
      )}
      {adding && type && <CreateDialog type={type} preset={new URLSearchParams({ company_id: company })} onClose={() => setAdding(false)} onCreated={() => undefined} />}
    </section>
  );
}

function TaskRow({ task, now }: { task: AnyRecord; now: string }) {
  const client = useQueryClient();
  const type = useType('task');
  const formats = useFormats();
  const people = usePeople().data ?? [];
  const mayEdit = can(useSession().data, 'task.update');
  const [done, setDone] = useState(false);
  const due = typeof task.due_date === 'string' ? task.due_date : null;
  const who = people.find(p => p.id === task.assignee_id)?.name;
  const finish = async () => {
    setDone(true);
    try {
      const saved = await records.update('tasks', task.id, task.version, { status: 'done' });
      const set = saved.change_set_id;
      toast.ok('Done', set ? { label: 'Undo', run: () => void changeSets.undo(set).catch(toast.error).finally(() => refreshRecords(client)) } : undefined);
    } catch (error) {
      setDone(false);
      toast.error(error);
    }
    refreshRecords(client);
  };
  return (
    <li className="flex min-h-11 items-center gap-3 border-b px-3.5 py-1.5 text-sm last:border-0 hover:bg-subtle">
      <button
        type="button"
        role="checkbox"
        aria-checked={done}
        aria-label={`Done: ${task.title}`}
        disabled={!mayEdit || done}
        onClick={() => void finish()}
        className={cn('grid size-[18px] shrink-0 place-items-center rounded-full border border-line-strong text-[11px] text-accent-fg hover:border-accent max-md:size-6', done && 'border-green bg-green')}
      >
        {done ? '✓' : ''}
      </button>
      <Link href={recordPath('task', task.id)} className={cn('min-w-0 flex-1 truncate font-medium hover:underline', done && 'text-fg-3 line-through')}>{task.title}</Link>
      <ChoiceBadge type={type} field="priority" value={task.priority} />
      {who && <span className="max-w-32 truncate text-xs text-fg-3 max-md:hidden">{who}</span>}
      {due && <span className={cn('num shrink-0 text-xs text-fg-3', due < now && 'text-red-text')}>{formats.date(due)}</span>}
    </li>
  );
}

function NextDates({ steps }: { steps: Step[] }) {
  const formats = useFormats();
  return (
    <section className="min-w-0">
      <SectionTitle className="mb-2">Next dates</SectionTitle>
      <Card>
        <ul>
          {steps.slice(0, 8).map(s => (
            <li key={s.key} className="relative flex min-h-10 items-center gap-2.5 border-b px-3.5 py-1.5 text-sm last:border-0 hover:bg-subtle">
              <CalendarClock aria-hidden className={cn('size-4 shrink-0 stroke-[1.75] text-fg-3', s.late && 'text-red-text')} />
              <Link href={recordPath(s.record.type, s.record.id)} className="min-w-0 flex-1 truncate after:absolute after:inset-0">{s.text}</Link>
              <span className={cn('num shrink-0 text-xs text-fg-3', s.late && 'text-red-text')}>{formats.date(s.date)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Objections({ list }: { list: AnyRecord[] }) {
  const type = useType('objection');
  return (
    <section className="min-w-0">
      <SectionTitle className="mb-2">Open objections</SectionTitle>
      <Card>
        <ul>
          {list.slice(0, 8).map(o => (
            <li key={o.id} className="relative flex min-h-10 items-center gap-2.5 border-b px-3.5 py-1.5 text-sm last:border-0 hover:bg-subtle">
              <RecordIcon type="objection" className="size-4 shrink-0 text-red-text" />
              <Link href={recordPath('objection', o.id)} className="min-w-0 flex-1 truncate after:absolute after:inset-0">{String(o.text ?? o.title)}</Link>
              <ChoiceBadge type={type} field="category" value={o.category} />
              <ArrowRight aria-hidden className="size-3.5 shrink-0 text-fg-3" />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
