'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AlarmClock, Plus, AtSign, CheckCheck, Footprints, type LucideIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { ChoiceBadge } from '@/components/choice-badge';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { today, useFormats, type Formats } from '@/lib/format';
import { useType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { records } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { plainMentions, work, type WorkItem } from '@/lib/work-api';

const OpenQuestions = dynamic(() => import('@/features/intake/open-questions').then(m => m.OpenQuestions), { ssr: false });

/** What waits for the person signed in, the most pressing first. */
export function MyWorkPage() {
  const format = useFormats();
  const found = useQuery({ queryKey: keys.myWork, queryFn: work.mine, refetchInterval: 120_000 });
  const mine = found.data;
  const tasks = mine ? mine.overdue_tasks.length + mine.due_tasks.length : 0;
  const all = mine ? tasks + mine.next_steps.length + mine.mentions.length + mine.reminders.length : 0;
  return (
    <>
      <PageHeader title="My work" count={mine && <span role="status">{all}</span>} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[860px] px-6 pt-6 empty:hidden max-md:px-4"><OpenQuestions keyboard /></div>
        {found.isPending ? <SkeletonRows /> : found.error && !mine ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : mine && (all === 0 ? (
          <EmptyState icon={CheckCheck} title="Nothing waits for you" action={<Link href="/tasks?create=1" className={buttonStyle({ size: 'sm' })}><Plus />New task</Link>}>Tasks that are due, next steps of your deals, mentions and reminders appear here.</EmptyState>
        ) : (
          <div className="mx-auto flex max-w-[860px] flex-col gap-6 px-6 py-6 max-md:px-4">
            <Part title="Overdue" tone="late" items={mine.overdue_tasks}>{item => <TaskRow key={item.id} item={item} format={format} />}</Part>
            <Part title="Due" items={mine.due_tasks}>{item => <TaskRow key={item.id} item={item} format={format} />}</Part>
            <Part title="Next steps" items={mine.next_steps}>{item => <Row key={item.id} item={item} icon={Footprints} format={format} />}</Part>
            <Part title="Reminders" items={mine.reminders}>{item => <Row key={item.id + (item.at ?? '')} item={item} icon={AlarmClock} format={format} />}</Part>
            <Part title="Mentions" items={mine.mentions}>{item => <Row key={item.id} item={item} icon={AtSign} format={format} />}</Part>
          </div>
        ))}
      </div>
    </>
  );
}

function Part({ title, items, tone, children }: { title: string; items: WorkItem[]; tone?: 'late'; children: (item: WorkItem) => ReactNode }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <SectionTitle className="mb-1">
        <span className={cn(tone && 'text-red-text')}>{title}</span> <span className="num ml-1 font-normal text-fg-3">{items.length}</span>
      </SectionTitle>
      <Card><ul>{items.map(children)}</ul></Card>
    </section>
  );
}

const rowStyle = 'relative flex min-h-11 items-center gap-3 border-b px-3.5 py-1.5 text-sm last:border-0 hover:bg-subtle';

function When({ item, format }: { item: WorkItem; format: Formats }) {
  const late = item.due_date && item.due_date < today(format.timeZone);
  if (item.due_date) return <span className={cn('num shrink-0 text-xs text-fg-3', late && 'text-red-text')}>{format.date(item.due_date)}</span>;
  return item.at ? <time dateTime={item.at} title={format.instant(item.at)} className="num shrink-0 text-xs text-fg-3">{format.ago(item.at)}</time> : null;
}

const companyOf = (item: WorkItem) =>
  item.company?.title && <span className="relative z-10 min-w-0 max-w-44 shrink truncate text-xs text-fg-3 max-md:hidden"><Link href={recordPath(item.company.type, item.company.id)} className="hover:text-fg hover:underline">{item.company.title}</Link></span>;

function TaskRow({ item, format }: { item: WorkItem; format: Formats }) {
  const client = useQueryClient();
  const type = useType('task');
  const mayEdit = can(useSession().data, 'task.update');
  const [done, setDone] = useState(false);
  const refresh = () => {
    refreshRecords(client);
    void client.invalidateQueries({ queryKey: keys.myWork });
  };
  const finish = async () => {
    setDone(true);
    try {
      const now = await records.get('tasks', item.id);
      const saved = await records.update('tasks', item.id, now.version, { status: 'done' });
      const set = saved.change_set_id;
      toast.ok('Done', set ? { label: 'Undo', run: () => void changeSets.undo(set).catch(toast.error).finally(refresh) } : undefined);
    } catch (error) {
      setDone(false);
      toast.error(error);
    }
    refresh();
  };
  return (
    <li className={rowStyle}>
      <button
        type="button"
        role="checkbox"
        aria-checked={done}
        aria-label={`Done: ${item.title}`}
        disabled={!mayEdit || done}
        onClick={() => void finish()}
        className={cn('relative z-10 grid size-[18px] shrink-0 place-items-center rounded-full border border-line-strong text-[11px] text-accent-fg hover:border-accent max-md:size-6', done && 'border-green bg-green')}
      >
        {done ? '✓' : ''}
      </button>
      <Link href={recordPath('task', item.id)} className={cn('min-w-0 flex-1 truncate font-medium after:absolute after:inset-0', done && 'text-fg-3 line-through')}>{item.title}</Link>
      <ChoiceBadge type={type} field="priority" value={item.priority} />
      {companyOf(item)}
      <When item={item} format={format} />
    </li>
  );
}

/** Where a thing is dealt with: a mention in the comments of what it is about. */
function hrefOf(item: WorkItem): string {
  const target = item.about ?? item;
  return recordPath(target.type, target.id) + (item.type === 'comment' ? '?tab=comments' : '');
}

function Row({ item, icon: Icon, format }: { item: WorkItem; icon: LucideIcon; format: Formats }) {
  const about = item.about?.title;
  const first = item.type === 'comment' ? `${item.by ?? 'Somebody'} on ${about ?? item.title}` : item.title;
  return (
    <li className={rowStyle}>
      <Icon aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
      <span className="min-w-0 flex-1">
        <Link href={hrefOf(item)} className="block truncate font-medium after:absolute after:inset-0">{first}</Link>
        {item.text && <span className="block truncate text-xs text-fg-3">{plainMentions(item.text)}</span>}
      </span>
      {companyOf(item)}
      <When item={item} format={format} />
    </li>
  );
}
