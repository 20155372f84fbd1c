import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '@/lib/records-api';
import { byDay, fromHistory, fromRecord, fromServer } from './entries';

const call = {
  id: 'i1', type: 'interaction', version: 1, title: 'Call', subject: 'Call with Mira', body: 'Wants a pilot.', date: '2026-03-02',
  created_at: '2026-03-04T09:00:00Z', updated_at: '2026-03-04T09:00:00Z',
} as AnyRecord;

const change = fromHistory(
  { version: 3, at: '2026-03-04T10:00:00Z', change_type: 'MAJOR', changed_fields: ['stage'], summary: 'Stage set to Proposal', user_name: 'Ada',
    previous_values: { stage: 'lead' }, new_values: { stage: 'proposal' }, change_set_id: 'cs', evidence: { quote: 'offer is out' } },
  { type: 'deal', id: 'd1' },
);

describe('timeline entries', () => {
  it('tells a change with its values and the words it rests on', () => {
    expect(change).toMatchObject({ kind: 'change', note: 'offer is out', changeSetId: 'cs', fields: [{ field: 'stage', before: 'lead', after: 'proposal' }] });
  });

  it('puts an interaction at the day it took place', () => {
    expect(fromRecord(call)).toMatchObject({ kind: 'interaction', at: '2026-03-02T12:00:00Z', text: 'Call with Mira', note: 'Wants a pilot.' });
  });

  it('reads what the server merged', () => {
    const entry = fromServer({
      kind: 'state', id: 'h1', at: '2026-03-04T10:00:00Z', title: 'State set to Buying', text: null, by: { id: 'p', name: 'Ada' },
      record: { type: 'company', id: 'c1', title: 'Norrland Timber' },
      details: { change_set_id: 'cs', source: 'message', changed_fields: ['customer_state'], evidence: { quote: 'they want to buy' } },
    }, 0);
    expect(entry).toMatchObject({
      kind: 'change', text: 'State set to Buying', by: 'Ada', source: 'message', changeSetId: 'cs', note: 'they want to buy', record: { type: 'company', id: 'c1' },
    });
  });

  it('groups by day, newest first, and shows an entry once', () => {
    const days = byDay([fromRecord(call), change, change], iso => iso.slice(0, 10));
    expect(days.map(d => [d.day, d.entries.length])).toEqual([['2026-03-04', 1], ['2026-03-02', 1]]);
  });
});
