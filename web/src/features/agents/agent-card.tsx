'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, CircleCheck, CircleX } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { AgentRights } from './agent-rights';
import { agentKeys, agents, versionOf, type Agent, type AgentVersion } from './agents-api';

const effects = { read: 'reads only', propose: 'proposes', write: 'writes, with undo' } as const;
export const titleOf = (name: string) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');

/** One agent: in a line what matters, opened all there is to know. */
export function AgentCard({ agent, may }: { agent: Agent; may: boolean }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const body = useId();
  const turn = async (on: boolean) => {
    setBusy(true);
    try {
      await agents.change(agent.name, versionOf(agent, { on }));
      toast.ok(on ? `${titleOf(agent.name)} works again` : `${titleOf(agent.name)} is switched off. Runs that have begun go on to their end.`);
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: agentKeys.all });
    void client.invalidateQueries({ queryKey: ['recommendations'] });
  };
  return (
    <Card className={cn('overflow-hidden', !agent.on && 'border-dashed')}>
      <div className="flex items-start gap-3 p-4">
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
            {titleOf(agent.name)}
            {!agent.on && <Badge tone="amber">Off</Badge>}
            <span className="num font-normal text-fg-3">{agent.number}</span>
          </h2>
          <p className="mt-0.5 text-sm text-fg-2">{agent.purpose}</p>
          <p className="num mt-1.5 flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-fg-3">
            <span>{effects[agent.effect]}</span>
            {agent.evals && <span>{agent.evals.passed} of {agent.evals.cases} cases</span>}
            <span>{agent.use.runs === 0 ? 'no runs' : agent.use.runs === 1 ? '1 run' : `${agent.use.runs} runs`} in {agent.use.days} days</span>
          </p>
        </div>
        {may && <Switch label={`${titleOf(agent.name)} is on`} checked={agent.on} disabled={busy} onChange={next => void turn(next)} />}
      </div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
        className="flex min-h-9 w-full items-center gap-1.5 border-t bg-subtle px-4 text-left text-xs font-medium text-fg-2 hover:text-fg"
      >
        <ChevronDown aria-hidden className={cn('size-3.5 transition-transform', !open && '-rotate-90')} />
        {open ? 'Less' : 'What it does, may and took'}<span className="sr-only"> of {titleOf(agent.name)}</span>
      </button>
      {open && <div id={body} className="border-t"><Details agent={agent} may={may} /></div>}
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="px-4 py-3.5">
      <h3 className="mb-1.5 text-xs font-semibold text-fg-2">{title}</h3>
      {children}
    </section>
  );
}

function Details({ agent, may }: { agent: Agent; may: boolean }) {
  const format = useFormats();
  const whole = useQuery({ queryKey: agentKeys.one(agent.name), queryFn: () => agents.get(agent.name) });
  return (
    <div className="divide-y">
      <Part title="What it does">
        <div className="flex max-w-[76ch] flex-col gap-2 text-sm text-fg-2">{agent.says.split(/\n\s*\n/).map((p, i) => <p key={i}>{p.replace(/\s+/g, ' ')}</p>)}</div>
      </Part>
      <Part title="When">
        <ul className="flex flex-wrap gap-1.5">{agent.when.map(w => <li key={w} className="rounded-md border bg-subtle px-2 py-0.5 text-xs text-fg-2">{w}</li>)}</ul>
      </Part>
      <Part title="What it may"><AgentRights key={agent.version} agent={agent} may={may} /></Part>
      <Part title="Cases"><Cases agent={agent} /></Part>
      <Part title={`Runs of the last ${agent.use.days} days`}>
        {agent.use.runs === 0 ? <p className="text-sm text-fg-3">None.</p> : (
          <dl className="num grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
            <dt className="text-fg-3">Runs</dt><dd>{agent.use.runs}{agent.use.failed > 0 && `, ${agent.use.failed} failed`}</dd>
            <dt className="text-fg-3">Work, median</dt><dd>{agent.use.median_ms === null ? '—' : `${agent.use.median_ms} ms`}</dd>
            <dt className="text-fg-3">Language model</dt><dd>{agent.use.tokens === 0 ? 'none used' : `${agent.use.tokens} tokens, cost ${agent.use.cost}`}</dd>
            {agent.use.latest && <><dt className="text-fg-3">Latest</dt><dd>{format.ago(agent.use.latest)}</dd></>}
          </dl>
        )}
      </Part>
      <Part title="Versions">
        {whole.isPending && <Skeleton className="w-1/2" />}
        {whole.error && <ErrorState error={whole.error} retry={() => void whole.refetch()} className="py-4" />}
        <ol className="flex flex-col gap-1 text-sm">{whole.data?.versions?.map(v => <Version key={v.number} version={v} product={agent.number.split('.')[0] ?? '1'} />)}</ol>
      </Part>
    </div>
  );
}

function Version({ version, product }: { version: AgentVersion; product: string }) {
  const format = useFormats();
  const limits = Object.entries(version.limits).filter(([, value]) => value !== null).map(([name, value]) => `${value} ${name}`);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2.5">
      <span className="num w-8 shrink-0 text-fg-3">{product}.{version.number}</span>
      <span className="min-w-0 flex-1">
        {version.number === 0 ? 'As shipped' : [version.on ? 'on' : 'off', version.tools ? `${version.tools.length} tools` : 'all tools', ...limits].join(' · ')}
        {version.why && <span className="text-fg-2"> – {version.why}</span>}
      </span>
      {version.at && <span className="text-xs text-fg-3">{version.by}, {format.ago(version.at)}</span>}
    </li>
  );
}

function Cases({ agent }: { agent: Agent }) {
  const format = useFormats();
  const { evals } = agent;
  if (!evals) return <p className="text-sm text-fg-3">Not measured yet.</p>;
  return (
    <>
      <p className="mb-2 text-sm text-fg-2">
        {evals.passed} of {evals.cases} went as expected on {format.date(evals.on)}.{!evals.of_this_version && ' Measured with an earlier version of its files.'}
      </p>
      <ul className="flex flex-col gap-1">
        {evals.all.map(c => (
          <li key={c.id} className="flex items-start gap-2 text-sm">
            {c.passed ? <CircleCheck aria-label="As expected" className="mt-0.5 size-4 shrink-0 text-green-text" /> : <CircleX aria-label="Not as expected" className="mt-0.5 size-4 shrink-0 text-red-text" />}
            <span className="min-w-0 break-words text-fg-2">{c.says}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
