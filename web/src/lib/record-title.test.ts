import { expect, it } from 'vitest';
import type { AnyRecord } from './records-api';
import { titleOf } from './record-title';

const record = (fields: Record<string, unknown>) => fields as unknown as AnyRecord;

it('calls a person by name, not by job', () => {
  const person = record({ type: 'contact', name: 'Mira Solberg', title: 'VP Operations' });
  expect(titleOf(person, { title_field: 'name' })).toBe('Mira Solberg');
  expect(titleOf(person)).toBe('Mira Solberg');
});

it('takes the title where there is no name', () => {
  expect(titleOf(record({ type: 'task', title: 'Send the offer' }))).toBe('Send the offer');
  expect(titleOf(record({ type: 'interaction', title: 'Call', subject: 'Call with Mira' }), { title_field: 'subject' })).toBe('Call with Mira');
  expect(titleOf(record({ type: 'contact', title: '' }))).toBe('Untitled');
});
