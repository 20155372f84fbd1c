import { describe, expect, it } from 'vitest';
import type { Session } from '@/lib/session';
import { groupsFor } from './entries';

const session = { permissions: ['company.read', 'company.create', 'deal.read'] } as unknown as Session;
const state = { query: '', found: [], recent: [], session, labels: { deal: 'Deal' } };
const titles = (query: string, more = {}) => groupsFor({ ...state, query, ...more }).map(g => g.title);

describe('palette', () => {
  it('starts with recent records and pages', () => {
    expect(titles('', { recent: [{ type: 'deal', id: 'd', title: 'Heron' }] })).toEqual(['Recent', 'Go to', 'Create']);
  });

  it('offers only what the role allows', () => {
    const labels = groupsFor(state).flatMap(g => g.entries.map(e => e.label));
    expect(labels).toContain('New account');
    expect(labels).not.toContain('New deal');
    expect(labels).not.toContain('Go to contacts');
  });

  it('puts records first for a name and the assistant first for a question', () => {
    const found = [{ type: 'deal', id: 'd', title: 'Heron', score: 1, highlights: [] }];
    expect(titles('heron', { found })).toEqual(['Records', 'Search', 'Assistant']);
    expect(titles('when did we last speak to Heron?', { found })[0]).toBe('Assistant');
  });

  it('always can ask', () => {
    expect(titles('zzz')).toEqual(['Assistant', 'Search']);
  });
});
