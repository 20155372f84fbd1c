import { describe, expect, it } from 'vitest';
import { versionOf, type Agent } from './agents-api';

const agent: Agent = {
  name: 'email', purpose: 'Writes', says: 'It writes.', when: [], effect: 'write', number: '1.2', version: 2, on: true,
  tools: [{ name: 'read_record', says: 'Reads', effect: 'read', allowed: true }, { name: 'create_task', says: 'Creates', effect: 'write', allowed: false }],
  scopes: ['read', 'write'],
  limits: { steps: 3, tokens: null, cost: null, seconds: 60 },
  most_limits: { steps: 10, tokens: null, cost: null, seconds: 60 },
  evals: null,
  use: { days: 30, runs: 0, failed: 0, tokens: 0, cost: '0.00', median_ms: null, latest: null },
};

describe('a version of a workspace', () => {
  it('keeps what was narrowed before', () => {
    expect(versionOf(agent, { on: false })).toEqual({ version: 2, on: false, tools: ['read_record'], limits: { steps: 3 } });
  });
  it('names no tools where all are allowed', () => {
    expect(versionOf(agent, { tools: ['read_record', 'create_task'], why: '  ' })).toEqual({ version: 2, on: true, tools: null, limits: { steps: 3 } });
  });
  it('gives a limit back', () => {
    expect(versionOf(agent, { limits: { steps: 10 }, why: 'More room' })).toEqual({ version: 2, on: true, tools: ['read_record'], limits: { steps: 10 }, why: 'More room' });
  });
});
