'use client';
import { ListChecks, Play, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { goalKey, runs, type Goal, type PlanStep, type RunPlan, type StepNote } from '@/features/agents/run-api';
import { messageOf } from '@/lib/problem';
import { useShortcuts } from '@/lib/shortcuts';
import { takeFocus } from '@/lib/take-focus';

const words: Partial<Record<Goal['status'], string>> = { running: 'Started', done: 'Done', cancelled: 'Cancelled' };
const effects: Record<StepNote['effect'], string> = { read: 'Reads', propose: 'Proposes', write: 'Writes' };

/** Steps that are left out, and texts that were put instead. */
interface Edits {
  out: string[];
  texts: Record<string, Record<string, string>>;
}

export function edited(plan: RunPlan, edits: Edits): RunPlan {
  const steps = (plan.steps ?? [])
    .filter(s => !edits.out.includes(s.id))
    .map(s => (edits.texts[s.id] ? { ...s, arguments: { ...s.arguments, ...edits.texts[s.id] } } : s));
  return { ...plan, steps };
}

/** A plan before it runs: a checklist of what would be done, to edit, run or cancel. */
export function PlanCard({ goalId, goal, keyboard }: { goalId: string; goal: string; keyboard: boolean }) {
  const client = useQueryClient();
  const found = useQuery({ queryKey: goalKey(goalId), queryFn: () => runs.goal(goalId), retry: false });
  const [edits, setEdits] = useState<Edits>({ out: [], texts: {} });
  const settle = (now: Goal) => client.setQueryData(goalKey(goalId), now);
  const run = useMutation({ mutationFn: (plan: RunPlan) => runs.runGoal(goalId, plan), onSuccess: settle });
  const cancel = useMutation({ mutationFn: () => runs.cancelGoal(goalId), onSuccess: settle });
  const plan = found.data?.plan;
  const open = found.data?.status === 'shown' && Boolean(plan);
  const busy = run.isPending || cancel.isPending;
  const failure = run.error ?? cancel.error;
  const box = useRef<HTMLElement>(null);
  const asks = keyboard && open;
  const start = () => plan && run.mutate(edited(plan, edits));
  useEffect(() => {
    if (asks) takeFocus(box.current);
  }, [asks]);
  useShortcuts({ r: () => void start(), c: () => cancel.mutate() }, asks && !busy);
  if (found.isPending) return <Card><SkeletonRows rows={3} /></Card>;
  if (found.isError) return <Card><ErrorState error={found.error} retry={() => void found.refetch()} /></Card>;
  const { steps, status, run_id } = found.data;
  return (
    <Card ref={box} tabIndex={-1} role="group" aria-label={`Plan: ${goal}`} className="overflow-hidden">
      <div className="flex min-h-10 flex-wrap items-center gap-x-2 border-b bg-subtle px-3.5 py-1.5 text-sm">
        <ListChecks aria-hidden className="size-4 stroke-[1.75] text-fg-3" />
        <span className="min-w-0 font-medium">Plan</span>
        <span className="ml-auto"><Badge tone={open ? 'amber' : status === 'cancelled' ? 'neutral' : 'green'}>{open ? 'Not run yet' : (words[status] ?? status)}</Badge></span>
      </div>
      <ol className="divide-y">
        {steps.map(step => (
          <PlanRow key={step.id} step={step} given={plan?.steps?.find(s => s.id === step.id)} open={open && !busy} edits={edits} setEdits={setEdits} />
        ))}
      </ol>
      {failure && <p role="alert" className="border-t px-3.5 py-2 text-sm text-red-text">{messageOf(failure)}</p>}
      {open && (
        <div className="flex flex-wrap items-center gap-1.5 border-t px-3.5 py-2.5">
          <Button variant="primary" busy={run.isPending} disabled={busy} onClick={start}><Play />Run</Button>
          <Button variant="ghost" busy={cancel.isPending} disabled={busy} onClick={() => cancel.mutate()}><X />Cancel</Button>
          {keyboard && <span aria-hidden className="ml-auto flex items-center gap-1 text-2xs text-fg-3 max-md:hidden"><Kbd>R</Kbd> run <Kbd>C</Kbd> cancel</span>}
        </div>
      )}
      {run_id && <p className="border-t px-3.5 py-2 text-sm"><Link href={`/runs/${run_id}`} className="font-medium text-accent-text hover:underline">Watch the run</Link></p>}
    </Card>
  );
}

interface PlanRowProps {
  step: StepNote;
  given: PlanStep | undefined;
  open: boolean;
  edits: Edits;
  setEdits: (edits: Edits) => void;
}

function PlanRow({ step, given, open, edits, setEdits }: PlanRowProps) {
  const id = useId();
  const kept = !edits.out.includes(step.id);
  const texts = Object.entries(given?.arguments ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const keep = (on: boolean) => setEdits({ ...edits, out: on ? edits.out.filter(o => o !== step.id) : [...edits.out, step.id] });
  const put = (name: string, value: string) => setEdits({ ...edits, texts: { ...edits.texts, [step.id]: { ...edits.texts[step.id], [name]: value } } });
  return (
    <li className="flex flex-col gap-1.5 px-3.5 py-2.5 text-sm">
      <div className="flex items-start gap-2.5">
        <input id={id} type="checkbox" checked={kept} disabled={!open} onChange={e => keep(e.target.checked)} className="mt-0.5 size-4 shrink-0 accent-accent" />
        <label htmlFor={id} className="min-w-0 flex-1 break-words font-medium">{step.does}</label>
        <span className="shrink-0 text-xs text-fg-2">{effects[step.effect]}{step.effect === 'write' && (step.reversible ? ', with undo' : ', no undo')}</span>
      </div>
      {(step.agent || step.clause || (step.needs?.length ?? 0) > 0) && (
        <p className="pl-6.5 text-xs text-fg-3">
          {[step.agent, step.needs?.length ? `after ${step.needs.join(', ')}` : null, step.clause && `needs an approval: ${step.clause}`].filter(Boolean).join(' · ')}
        </p>
      )}
      {open && kept && texts.map(([name, value]) => (
        <label key={name} className="flex items-center gap-2 pl-6.5 text-xs text-fg-2">
          <span className="w-28 shrink-0">{name.replaceAll('_', ' ')}</span>
          <Input value={edits.texts[step.id]?.[name] ?? value} onChange={e => put(name, e.target.value)} />
        </label>
      ))}
    </li>
  );
}
