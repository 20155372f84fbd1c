'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2, Workflow } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Sortable } from '@/components/ui/sortable';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { keys } from '@/lib/query-keys';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { categorised, loadPipelines, pipelineProblems, renamed, savePipeline, starter, withStage, type Pipeline, type Stage, type StageCategory } from '@/lib/pipelines';
import { SettingsFrame } from './settings-frame';

const categories = [{ value: 'open', label: 'Open' }, { value: 'won', label: 'Won' }, { value: 'lost', label: 'Lost' }];

export function PipelineSettings() {
  const pipelines = useQuery({ queryKey: keys.pipelines, queryFn: loadPipelines });
  const mayManage = can(useSession().data, 'workspace.manage');
  const [making, setMaking] = useState(false);
  return (
    <SettingsFrame
      title="Pipelines"
      lead="The stages that deals go through. Their order is that of the board."
      permission="workspace.read"
      wide
      aside={mayManage && pipelines.data && <Button variant="primary" onClick={() => setMaking(true)}><Plus />New pipeline</Button>}
    >
      {pipelines.isPending && <SkeletonRows />}
      {pipelines.error && <ErrorState error={pipelines.error} retry={() => void pipelines.refetch()} />}
      {pipelines.data?.length === 0 && !making && <EmptyState icon={Workflow} title="No pipeline yet">Make one, and deals have stages to move through.</EmptyState>}
      <div className="flex flex-col gap-6">
        {making && <PipelineForm pipeline={{ name: '', stages: starter }} mayManage onDone={() => setMaking(false)} onCancel={() => setMaking(false)} />}
        {pipelines.data?.map(p => <PipelineForm key={`${p.id} ${JSON.stringify(p)}`} pipeline={p} mayManage={mayManage} />)}
      </div>
    </SettingsFrame>
  );
}

interface FormProps {
  pipeline: Omit<Pipeline, 'id'> & { id?: string };
  mayManage: boolean;
  onDone?: () => void;
  onCancel?: () => void;
}

function PipelineForm({ pipeline, mayManage, onDone, onCancel }: FormProps) {
  const client = useQueryClient();
  const [name, setName] = useState(pipeline.name);
  const [stages, setStages] = useState(pipeline.stages);
  const [tried, setTried] = useState(false);
  const form = useSubmit(['name']);
  const stored = new Set(pipeline.id ? pipeline.stages.map(s => s.value) : []);
  const changed = !pipeline.id || name !== pipeline.name || JSON.stringify(stages) !== JSON.stringify(pipeline.stages);
  const problems = pipelineProblems(name, stages);
  const set = (at: number, stage: Stage) => setStages(stages.map((s, i) => (i === at ? stage : s)));
  const save = async (part: { is_default?: boolean } = {}) => {
    setTried(true);
    if (problems.length) return;
    if (!(await form.submit(() => savePipeline({ ...pipeline, name, stages, ...part })))) return;
    toast.ok(`${name} is saved`);
    onDone?.();
    // Stages are the choices of a field of deals: pages read the types anew.
    await Promise.all([keys.pipelines, keys.types, keys.lists('deal')].map(queryKey => client.invalidateQueries({ queryKey })));
  };
  return (
    <Card className="p-4">
      <form
        className="flex flex-col gap-3"
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <div className="flex flex-wrap items-end gap-3">
          <TextField label="Name of the pipeline" className="w-72 max-sm:w-full" disabled={!mayManage} value={name} onChange={setName} error={form.fields.name} />
          {pipeline.is_default ? <Badge tone="accent" className="mb-1.5">New deals start here</Badge> : mayManage && pipeline.id && (
            <Button variant="ghost" className="mb-0.5" onClick={() => void save({ is_default: true })}>New deals start here</Button>
          )}
        </div>
        {form.message && <Notice>{form.message}</Notice>}
        {tried && problems.map(p => <Notice key={p}>{p}</Notice>)}
        <div aria-hidden className="grid grid-cols-[1fr_110px_110px_110px_28px] gap-2 pl-11 pr-3 text-2xs font-medium text-fg-3 max-md:hidden">
          <span>Stage</span><span>Means</span><span>Probability %</span><span>Slow after, days</span><span />
        </div>
        <Sortable label={`Stages of ${name || 'the new pipeline'}`} items={stages} keyOf={s => String(stages.indexOf(s))} nameOf={s => s.label || 'New stage'} onOrder={setStages} disabled={!mayManage} className="rounded-lg border border-line">
          {(stage, at) => (
            <StageRow stage={stage} mayManage={mayManage} stored={stored.has(stage.value)} onName={label => setStages(renamed(stages, at, label, stored))} onChange={next => set(at, next)} onRemove={() => setStages(stages.filter((_, i) => i !== at))} />
          )}
        </Sortable>
        {mayManage && (
          <div className="flex flex-wrap items-center gap-2">
            <Button variant="ghost" size="xs" onClick={() => setStages(withStage(stages))}><Plus />Add stage</Button>
            <span className="flex-1" />
            {(changed || onCancel) && <Button onClick={() => (onCancel ? onCancel() : (setStages(pipeline.stages), setName(pipeline.name)))}>Cancel</Button>}
            {changed && <Button type="submit" variant="primary" busy={form.busy}>Save pipeline</Button>}
          </div>
        )}
      </form>
    </Card>
  );
}

interface StageRowProps {
  stage: Stage;
  mayManage: boolean;
  stored: boolean;
  onName: (label: string) => void;
  onChange: (stage: Stage) => void;
  onRemove: () => void;
}

const number = (text: string) => (text.trim() === '' ? null : Number(text));

function StageRow({ stage, mayManage, onName, onChange, onRemove }: StageRowProps) {
  const name = stage.label || 'new stage';
  return (
    <div className="grid grid-cols-[1fr_110px_110px_110px_28px] items-center gap-2 max-md:grid-cols-[1fr_1fr_28px]">
      <Input aria-label={`Name of ${name}`} className="max-md:col-span-2" disabled={!mayManage} value={stage.label} onChange={e => onName(e.target.value)} autoFocus={stage.label === '' && mayManage} />
      <Select aria-label={`What ${name} means`} className="max-md:order-1" disabled={!mayManage} options={categories} value={stage.category} onChange={e => onChange(categorised(stage, e.target.value as StageCategory))} />
      <Input aria-label={`Probability of ${name} in percent`} className="num max-md:order-2" type="number" min={0} max={100} disabled={!mayManage || stage.category !== 'open'} value={stage.probability ?? ''} onChange={e => onChange({ ...stage, probability: number(e.target.value) })} />
      <Input aria-label={`Days after which ${name} is slow`} className="num max-md:hidden" type="number" min={1} disabled={!mayManage || stage.category !== 'open'} value={stage.rotting_days ?? ''} onChange={e => onChange({ ...stage, rotting_days: number(e.target.value) })} />
      {mayManage ? <Button variant="ghost" size="icon" aria-label={`Remove ${name}`} onClick={onRemove}><Trash2 /></Button> : <span />}
    </div>
  );
}
