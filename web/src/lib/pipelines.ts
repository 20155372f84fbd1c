import { api, newKey } from './api';
import { slugOf } from './slug';

export type StageCategory = 'open' | 'won' | 'lost';

export interface Stage {
  value: string;
  label: string;
  category: StageCategory;
  probability: number | null;
  order?: number;
  /** After so many days without a step a deal is marked. */
  rotting_days?: number | null;
  tone?: string | null;
}

export interface Pipeline {
  /** What deals keep. */
  key?: string;
  id: string;
  name: string;
  stages: Stage[];
  is_default?: boolean;
}

export async function loadPipelines(): Promise<Pipeline[]> {
  const answer = await api.get<Pipeline[] | { data: Pipeline[] }>('/pipelines');
  const all = Array.isArray(answer) ? answer : answer.data;
  return all.map(p => ({ ...p, stages: [...p.stages].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)) }));
}

const numbered = (stages: Stage[]) => stages.map((s, i) => ({ ...s, label: s.label.trim(), order: i + 1, rotting_days: s.category === 'open' ? (s.rotting_days ?? null) : null }));

export const savePipeline = (p: { id?: string; name: string; stages: Stage[]; is_default?: boolean }) => {
  const body = { name: p.name.trim(), stages: numbered(p.stages), is_default: p.is_default ?? false };
  return p.id ? api.patch<Pipeline>(`/pipelines/${p.id}`, body) : api.post<Pipeline>('/pipelines', body, { idempotencyKey: newKey() });
};

/** What the server would refuse, said while it is typed. */
export function pipelineProblems(name: string, stages: Stage[]): string[] {
  const problems: string[] = [];
  if (!name.trim()) problems.push('Give the pipeline a name.');
  const labels = stages.map(s => s.label.trim().toLowerCase());
  if (labels.some(l => !l)) problems.push('A stage has no name.');
  else if (new Set(labels).size < labels.length) problems.push('Two stages have the same name.');
  if (!stages.some(s => s.category === 'open')) problems.push('A deal needs at least one open stage to be in.');
  if (!stages.some(s => s.category === 'won')) problems.push('Say which stage means won.');
  if (!stages.some(s => s.category === 'lost')) problems.push('Say which stage means lost.');
  if (stages.some(s => s.probability !== null && (s.probability < 0 || s.probability > 100))) problems.push('A probability lies between 0 and 100 percent.');
  return problems;
}

/** A new stage goes before the first that ends the deal. */
export function withStage(stages: Stage[]): Stage[] {
  const at = stages.findIndex(s => s.category !== 'open');
  const end = at < 0 ? stages.length : at;
  const before = stages[end - 1]?.probability ?? 0;
  const stage: Stage = { value: slugOf('new stage', stages.map(s => s.value)), label: '', category: 'open', probability: Math.min(95, before + 5), rotting_days: null };
  return [...stages.slice(0, end), stage, ...stages.slice(end)];
}

/** Until it is saved the value of a stage follows its name; deals keep the values of stored ones. */
export function renamed(stages: Stage[], at: number, label: string, stored: ReadonlySet<string>): Stage[] {
  const others = stages.filter((_, i) => i !== at).map(s => s.value);
  return stages.map((s, i) => (i === at ? { ...s, label, value: stored.has(s.value) || !label.trim() ? s.value : slugOf(label, others) } : s));
}

/** Won means 100, lost 0. */
export const categorised = (stage: Stage, category: StageCategory): Stage => ({ ...stage, category, tone: category === stage.category ? stage.tone : null, probability: category === 'won' ? 100 : category === 'lost' ? 0 : stage.category === 'open' ? stage.probability : 50 });

export const starter: Stage[] = [
  { value: 'qualification', label: 'Qualification', category: 'open', probability: 10 },
  { value: 'proposal', label: 'Proposal', category: 'open', probability: 50 },
  { value: 'won', label: 'Won', category: 'won', probability: 100 },
  { value: 'lost', label: 'Lost', category: 'lost', probability: 0 },
];
