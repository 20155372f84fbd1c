'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { agentKeys, agents, versionOf, type Agent } from './agents-api';

const tones = { read: 'neutral', propose: 'accent', write: 'amber' } as const;

/** Tools and limits. Administrators take away or give back; the rest is shown. */
export function AgentRights({ agent, may }: { agent: Agent; may: boolean }) {
  const client = useQueryClient();
  const [kept, setKept] = useState(() => agent.tools.filter(t => t.allowed).map(t => t.name));
  const [steps, setSteps] = useState(String(agent.limits.steps ?? ''));
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const count = Number(steps);
  const most = agent.most_limits.steps ?? 1;
  const wrong = !Number.isInteger(count) || count < 1 || count > most ? `A whole number from 1 to ${most}.` : undefined;
  const same = count === agent.limits.steps && kept.length === agent.tools.filter(t => t.allowed).length && agent.tools.every(t => t.allowed === kept.includes(t.name));
  const save = async () => {
    setBusy(true);
    try {
      await agents.change(agent.name, versionOf(agent, { tools: kept, limits: { steps: count }, why }));
      toast.ok('A new version holds from the next run on');
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: agentKeys.all });
  };
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-1.5">
        {agent.tools.map(tool => (
          <li key={tool.name} className="text-sm">
            <label className="flex items-start gap-2.5">
              <input
                type="checkbox"
                className="mt-1 size-4 shrink-0 accent-accent"
                checked={kept.includes(tool.name)}
                disabled={!may}
                onChange={e => setKept(e.target.checked ? [...kept, tool.name] : kept.filter(n => n !== tool.name))}
              />
              <span className="min-w-0"><span className="font-medium">{tool.name}</span> <Badge tone={tones[tool.effect]}>{tool.effect}</Badge><span className="block text-xs text-fg-3">{tool.says}</span></span>
            </label>
          </li>
        ))}
      </ul>
      {may ? (
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-32"><Field label="Steps at most" error={wrong}>{p => <Input {...p} inputMode="numeric" value={steps} onChange={e => setSteps(e.target.value)} />}</Field></div>
          <div className="min-w-48 flex-1"><Field label="Why">{p => <Input {...p} value={why} maxLength={500} onChange={e => setWhy(e.target.value)} />}</Field></div>
          <Button busy={busy} disabled={same || wrong !== undefined} onClick={() => void save()}>Save as new version</Button>
        </div>
      ) : <p className="num text-xs text-fg-3">At most {agent.limits.steps} steps{agent.limits.seconds !== null && ` and ${agent.limits.seconds} s of work`} a run.</p>}
    </div>
  );
}
