import { expect, test } from 'vitest';
import { noFilter, promptQuery } from './prompt-filter';

test('nothing chosen filters nothing', () => {
  expect(promptQuery(noFilter)).toBeUndefined();
  expect(promptQuery({ ...noFilter, text: '  ', employee_name: ' ' })).toBeUndefined();
});

test('each part that is chosen becomes a condition', () => {
  expect(promptQuery({ ...noFilter, company_id: 'c', interaction_type: 'chat', employee_name: 'Ada ', from: '2026-03-01', to: '2026-03-02' })).toEqual({
    and: [
      { field: 'company_id', op: 'is', value: 'c' },
      { field: 'interaction_type', op: 'is', value: 'chat' },
      { field: 'employee_name', op: 'contains', value: 'Ada' },
      { field: 'created_at', op: 'gte', value: '2026-03-01T00:00:00Z' },
      { field: 'created_at', op: 'lte', value: '2026-03-02T23:59:59Z' },
    ],
  });
});
