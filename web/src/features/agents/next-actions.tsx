'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AlarmClock, ChevronDown, ListPlus, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { can, useSession } from '@/lib/session';
import { advice, adviceKey, type Advice } from './agents-api';

const urgencies: Record<number, { label: string; dot: string }> = {
  3: { label: 'Cannot wait', dot: 'bg-red' },
  2: { label: 'Should not wait', dot: 'bg-amber' },
  1: { label: 'Can wait', dot: 'bg-line-strong' },
};

/** What should be done next, the best first: with its reason and what it rests on. */
export function NextActions({ company, title = 'Next best actions' }: { company?: string; title?: string }) {
  const found = useQuery({ queryKey: [...adviceKey, company ?? 'mine'], queryFn: () => advice.list(company), retry: false });
  const [all, setAll] = useState(false);
  const list = found.data?.data ?? [];
  const shown = all ? list : list.slice(0, 5);
  const rows = useRef<HTMLUListElement>(null);
  if (found.error) return company ? <section><SectionTitle>{title}</SectionTitle><p className="text-sm text-fg-3">Could not be read.</p></section> : null;
  if (found.data && (!found.data.on || (list.length === 0 && !company))) return null;
  const move = (e: KeyboardEvent) => {
    if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
    const items = [...(rows.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = items.findIndex(i => i === document.activeElement);
    if (at < 0) return;
    e.preventDefault();
    items[at + (e.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };
  return (
    <section>
      <SectionTitle className="mb-1">{title} <span className="num ml-1 font-normal text-fg-3">{found.data ? list.length : ''}</span></SectionTitle>
      <Card>
        {found.isPending && <p className="p-4"><Skeleton className="w-1/2" /></p>}
        {found.data && list.length === 0 && <p className="p-4 text-sm text-fg-3">Nothing on record calls for anything right now.</p>}
        <ul ref={rows} onKeyDown={move} className="divide-y">{shown.map(one => <Row key={one.id} one={one} withAccount={!company} />)}</ul>
        {list.length > shown.length && <div className="border-t px-3.5 py-1.5"><Button size="xs" variant="ghost" onClick={() => setAll(true)}>All {list.length}</Button></div>}
      </Card>
    </section>
  );
}

function Row({ one, withAccount }: { one: Advice; withAccount: boolean }) {
  const client = useQueryClient();
  const format = useFormats();
  const session = useSession().data;
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const urgency = urgencies[one.urgency] ?? urgencies[1];
  const refresh = () => {
    void client.invalidateQueries({ queryKey: adviceKey });
    refreshRecords(client);
  };
  const back = (set: string | null) => void (set ? changeSets.undo(set) : Promise.resolve()).then(() => advice.reopen(one)).catch(toast.error).finally(refresh);
  const decide = async (work: () => Promise<{ change_set: string | null }>, told: string) => {
    setBusy(true);
    try {
      const done = await work();
      toast.ok(told, { label: 'Undo', run: () => back(done.change_set) });
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    refresh();
  };
  const carryOut = () => decide(() => advice.carryOut(one), 'Task created');
  const snooze = () => decide(() => advice.snooze(one), 'Back in a week');
  const dismiss = () => decide(() => advice.dismiss(one), 'Not offered again for this cause');
  const mayWrite = can(session, 'task.create');
  const keys = (e: KeyboardEvent) => {
    if (e.target !== e.currentTarget || busy || e.metaKey || e.ctrlKey || e.altKey) return;
    const act = { t: carryOut, s: snooze, x: dismiss }[e.key.toLowerCase()];
    if (!act || !mayWrite) return;
    e.preventDefault();
    e.stopPropagation();
    void act();
  };
  return (
    <li className="px-3.5 py-2.5 text-sm hover:bg-subtle">
      <div className="flex items-start gap-2.5">
        <span role="img" aria-label={urgency?.label} className={cn('mt-1.5 size-2 shrink-0 rounded-full', urgency?.dot)} />
        <div className="min-w-0 flex-1">
          <button
            type="button"
            data-row
            aria-expanded={open}
            aria-keyshortcuts={mayWrite ? 't s x' : undefined}
            onClick={() => setOpen(!open)}
            onKeyDown={keys}
            className="flex w-full items-start gap-1.5 text-left font-medium"
          >
            <span className="min-w-0 break-words">{one.title}</span>
            <ChevronDown aria-hidden className={cn('mt-0.5 size-4 shrink-0 text-fg-3 transition-transform', !open && '-rotate-90')} />
          </button>
          <p className="mt-0.5 break-words text-xs text-fg-2">{withAccount && <><Link href={recordPath('company', one.company_id)} className="text-accent-text hover:underline">{one.company_name}</Link>: </>}{one.reason}</p>
        </div>
        {one.due && <span className="num mt-0.5 shrink-0 text-xs text-fg-3 max-md:hidden">{format.date(one.due)}</span>}
        {mayWrite && (
          <span className="flex shrink-0 gap-0.5">
            <Button size="xs" variant="ghost" disabled={busy} aria-label={`Make a task: ${one.title}`} title="Make a task (T)" onClick={() => void carryOut()}><ListPlus /></Button>
            <Button size="xs" variant="ghost" disabled={busy} aria-label={`In a week: ${one.title}`} title="In a week (S)" onClick={() => void snooze()}><AlarmClock /></Button>
            <Button size="xs" variant="ghost" disabled={busy} aria-label={`Dismiss: ${one.title}`} title="Dismiss (X)" onClick={() => void dismiss()}><X /></Button>
          </span>
        )}
      </div>
      {open && (
        <div className="mt-2 ml-4.5 flex flex-col gap-1.5 text-xs text-fg-2">
          {one.worth && <p className="num">{one.worth.says}</p>}
          <ul aria-label="What it rests on" className="flex flex-col gap-1">
            {one.evidence.map(s => (
              <li key={s.type + s.id + (s.quote ?? '')} className="flex items-start gap-1.5">
                <RecordIcon type={s.type} className="mt-0.5 size-3.5 shrink-0 text-fg-3" />
                <span className="min-w-0 break-words"><Link href={recordPath(s.type, s.id)} className="font-medium text-accent-text hover:underline">{s.title}</Link>{s.quote && <> “{s.quote}”</>}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
