'use client';
import { Check, CircleDashed, CircleX, LoaderCircle, Pause, Play, SkipForward, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PageHeader } from '@/components/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { WaitingCard } from '@/features/review/waiting-card';
import { WrittenCard } from '@/features/review/written-card';
import { useChangeSet } from '@/features/review/use-change-set';
import { useFormats } from '@/lib/format';
import { useRouteParams } from '@/lib/route';
import { runEvents, runKey, runs, type AgentRun } from './run-api';
import { newView, seeEvent, type StepState } from './run-steps';

const tones = { running: 'teal', waiting: 'amber', paused: 'amber', done: 'green', failed: 'red', cancelled: 'neutral' } as const;
const labels: Record<AgentRun['status'], string> = { running: 'Running', waiting: 'Waiting', paused: 'Paused', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' };
const states: Record<StepState, [typeof Check, string]> = {
  waits: [CircleDashed, 'Not begun'], works: [LoaderCircle, 'Working'], done: [Check, 'Done'], failed: [CircleX, 'Failed'], skipped: [SkipForward, 'Left out'],
};
const pause = (ms: number) => new Promise(done => setTimeout(done, ms));
const over = (run: AgentRun | undefined) => run !== undefined && ['done', 'failed', 'cancelled'].includes(run.status);

/** One run: its steps while they are done, what it has written with undo, pause and cancel. */
export function RunPage() {
  const { id = '' } = useRouteParams('/runs/[id]');
  const client = useQueryClient();
  const run = useQuery({ queryKey: runKey(id), queryFn: () => runs.get(id), retry: false });
  const known = run.isSuccess;
  const [view, setView] = useState(newView);
  useEffect(() => {
    if (!known) return;
    const stop = new AbortController();
    void (async () => {
      let seen = newView;
      for (let failures = 0; failures < 5 && !seen.ended && !stop.signal.aborted; ) {
        try {
          for await (const event of await runEvents(id, seen.last, stop.signal)) {
            seen = seeEvent(seen, event);
            failures = 0;
            setView(seen);
            void client.invalidateQueries({ queryKey: runKey(id) });
          }
        } catch {
          failures++;
        }
        if (!seen.ended) await pause(1_000);
      }
    })();
    return () => stop.abort();
  }, [id, known, client]);
  const act = useMutation({ mutationFn: (what: 'pause' | 'resume' | 'cancel') => runs.act(id, what), onSuccess: now => client.setQueryData(runKey(id), now), onError: toast.error });
  if (run.isPending) return <><PageHeader title="Run" /><SkeletonRows /></>;
  if (run.isError) return <><PageHeader title="Run" /><ErrorState error={run.error} retry={() => void run.refetch()} /></>;
  return (
    <>
      <PageHeader title="Run" />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[860px] flex-col gap-4 p-5 max-md:p-3.5">
          <Head run={run.data} busy={act.isPending} act={what => act.mutate(what)} />
          <Steps run={run.data} view={view.steps} />
          {view.changeSets.map(set => <Effect key={set} id={set} />)}
        </div>
      </div>
    </>
  );
}

function Head({ run, busy, act }: { run: AgentRun; busy: boolean; act: (what: 'pause' | 'resume' | 'cancel') => void }) {
  const formats = useFormats();
  return (
    <div className="flex flex-col gap-2">
      <p className="whitespace-pre-wrap break-words text-sm font-medium">{run.goal}</p>
      <div className="flex flex-wrap items-center gap-2 text-xs text-fg-3">
        <span role="status"><Badge tone={tones[run.status]}>{labels[run.status]}</Badge></span>
        <span>{run.agent ?? 'Agent'}, {formats.ago(run.created_at)}</span>
        <span>{run.steps === 1 ? '1 step' : `${run.steps} steps`}, cost {run.cost}</span>
        {run.partial && <span>Not all of it was done.</span>}
        {!over(run) && (
          <span className="ml-auto flex gap-1.5">
            {run.status === 'paused'
              ? <Button size="xs" disabled={busy} onClick={() => act('resume')}><Play />Go on</Button>
              : <Button size="xs" disabled={busy} onClick={() => act('pause')}><Pause />Pause</Button>}
            <Button size="xs" variant="ghost" disabled={busy} onClick={() => act('cancel')}><X />Cancel</Button>
          </span>
        )}
      </div>
      {run.error && <p role="alert" className="text-sm text-red-text">{run.error}</p>}
    </div>
  );
}

function Steps({ run, view }: { run: AgentRun; view: Record<string, { state: StepState; error: string | null }> }) {
  const planned = run.plan.steps?.map(s => s.id) ?? [];
  const ids = [...planned, ...Object.keys(view).filter(id => !planned.includes(id))];
  if (ids.length === 0) return <p className="text-sm text-fg-3">No step has begun.</p>;
  return (
    <Card>
      <ol aria-label="Steps" className="divide-y">
        {ids.map(id => {
          const { state, error } = view[id] ?? { state: 'waits' as const, error: null };
          const [Icon, label] = states[state];
          const tool = run.plan.steps?.find(s => s.id === id)?.tool;
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-2.5 gap-y-1 px-3.5 py-2.5 text-sm">
              <Icon aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
              <span className="font-medium">{id.replaceAll('_', ' ')}</span>
              {tool && <span className="text-xs text-fg-3">{tool.replaceAll('_', ' ')}</span>}
              <span className="ml-auto text-xs text-fg-2">{label}</span>
              {error && <p className="w-full pl-6.5 text-xs text-red-text">{error}</p>}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function Effect({ id }: { id: string }) {
  const { data: set } = useChangeSet(id, null);
  const waits = set?.operations.some(o => o.status === 'waiting') ?? false;
  return waits ? <WaitingCard id={id} known={set ?? null} /> : <WrittenCard id={id} known={set ?? null} />;
}
