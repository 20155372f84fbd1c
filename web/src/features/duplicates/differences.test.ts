import { expect, it } from 'vitest';
import type { AnyRecord } from '@/lib/records-api';
import { companyType } from '@/testing/fixtures';
import { likelySurvivor, linesOf } from './differences';

const record = (id: string, more: Record<string, unknown>) => ({ id, title: id, type: 'company', version: 1, created_at: `2026-01-0${id.length}T00:00:00Z`, updated_at: '2026-02-01T00:00:00Z', ...more }) as AnyRecord;

it('puts what differs first and leaves out what both lack', () => {
  const lines = linesOf(companyType, [record('a', { name: 'Fjord Works', industry_vertical: 'Energy' }), record('bb', { name: 'Fjord Work', industry_vertical: 'Energy' })]);
  expect(lines[0]?.field.name).toBe('name');
  expect(lines[0]?.choice).toBe(true);
  expect(lines.every(l => l.field.name !== 'revenue')).toBe(true);
});

it('keeps the fuller record, of two alike the older', () => {
  expect(likelySurvivor(companyType, [record('a', { name: 'A' }), record('bb', { name: 'B', customer_state: 'using' })])).toBe('bb');
  expect(likelySurvivor(companyType, [record('bb', { name: 'B' }), record('a', { name: 'A' })])).toBe('a');
});
