import { describe, expect, it } from 'vitest';
import type { RecordType } from '@/lib/meta';
import type { Import } from './import-api';
import { firstMapping, missingRequired, openQuestions, sentMapping, suggestedChoices, withColumn, withPolicy } from './mapping';

const sheet = {
  id: 'i', record_type: 'deal', status: 'uploaded', row_count: 3,
  columns: [{ name: 'stage', samples: ['Won'], suggested_field: 'stage' }, { name: 'phase', samples: ['x'] }],
  choice_questions: [{ column: 'stage', field: 'stage', values: [{ value: 'Engaging', suggested: 'discovery' }, { value: 'Odd' }] }],
} as Import;

describe('mapping of columns', () => {
  it('starts from what was suggested', () => {
    expect(firstMapping(sheet)).toEqual({
      columns: { stage: 'stage', phase: null }, choices: { stage: { Engaging: 'discovery', Odd: null } }, match_key: null,
    });
  });

  it('frees a field that another column takes', () => {
    expect(withColumn(firstMapping(sheet), 'phase', 'stage').columns).toEqual({ stage: null, phase: 'stage' });
  });

  it('keeps answers when a question comes again', () => {
    expect(suggestedChoices(sheet.choice_questions, { stage: { Engaging: 'proposal' } })).toEqual({ stage: { Engaging: 'proposal', Odd: null } });
  });

  it('asks only about columns that are mapped', () => {
    const mapping = firstMapping(sheet);
    expect(openQuestions(sheet.choice_questions, mapping)).toHaveLength(1);
    expect(openQuestions(sheet.choice_questions, withColumn(mapping, 'stage', null))).toHaveLength(0);
  });

  it('names required fields without a column', () => {
    const type = { fields: [{ name: 'name', label: 'Name', kind: 'text', required: true }, { name: 'stage', label: 'Stage', kind: 'choice' }] } as RecordType;
    expect(missingRequired(type, firstMapping(sheet)).map(f => f.name)).toEqual(['name']);
  });
});

it('sends no rule for a field that no column fills, and none that holds anyway', () => {
  const mapping = withPolicy(withPolicy(firstMapping(sheet), 'stage', 'fill_empty'), 'name', 'never');
  expect(sentMapping(mapping).policies).toEqual({ stage: 'fill_empty' });
  expect(sentMapping(withPolicy(mapping, 'stage', 'always'))).not.toHaveProperty('policies');
  expect(sentMapping({ ...mapping, person_wins: true })).not.toHaveProperty('person_wins');
});
