import { describe, expect, it } from 'vitest';
import { categorised, pipelineProblems, renamed, starter, withStage } from './pipelines';

describe('pipelines', () => {
  it('puts a new stage before the end of the pipeline', () => {
    const next = withStage(starter);
    expect(next.map(s => s.category)).toEqual(['open', 'open', 'open', 'won', 'lost']);
    expect(next[2]).toMatchObject({ label: '', probability: 55 });
  });

  it('lets the value follow the name until deals may hold it', () => {
    const stored = new Set(starter.map(s => s.value));
    const next = withStage(starter);
    expect(renamed(next, 2, 'Security review', stored)[2]?.value).toBe('security_review');
    expect(renamed(next, 0, 'First call', stored)[0]).toMatchObject({ value: 'qualification', label: 'First call' });
  });

  it('sets the probability of what is won or lost', () => {
    expect(categorised(starter[0]!, 'won').probability).toBe(100);
    expect(categorised(starter[3]!, 'open').probability).toBe(50);
  });

  it('says what is missing', () => {
    expect(pipelineProblems('Sales', starter)).toEqual([]);
    expect(pipelineProblems('', [])).toHaveLength(4);
    expect(pipelineProblems('Sales', [...starter, { ...starter[0]! }])).toEqual(['Two stages have the same name.']);
  });
});
