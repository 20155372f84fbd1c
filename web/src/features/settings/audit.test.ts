import { describe, expect, it } from 'vitest';
import { actionText, auditQuery, titleText } from './audit';

describe('audit log', () => {
  it('covers whole days', () => {
    const query = new URLSearchParams(auditQuery({ actor: '', action: 'signed_in', from: '2026-11-20', to: '2026-11-20', record_id: '' }, ''));
    expect(Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')).toBe(86_399_999);
    expect(query.get('action')).toBe('signed_in');
    expect(query.has('actor')).toBe(false);
  });

  it('has words for actions it does not know yet', () => {
    expect(actionText('schema_changed')).toBe('Changed the data model');
    expect(actionText('moon_landed')).toBe('Moon landed');
  });

  it('shows no name of an event', () => {
    expect(titleText('field_masks_changed')).toBe('Hidden fields');
    expect(titleText('moon_landed')).toBe('moon landed');
    expect(titleText('Deal: field Berth added')).toBe('Deal: field Berth added');
  });
});
