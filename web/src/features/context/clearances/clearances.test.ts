import { describe, expect, it } from 'vitest';
import { allOf, readUpTo } from './clearances-api';

describe('clearances', () => {
  const entries = { public: 3, internal: 40, confidential: 4 };

  it('counts a level with those before it', () => {
    expect(readUpTo('public', entries)).toBe(3);
    expect(readUpTo('internal', entries)).toBe(43);
    expect(allOf(entries)).toBe(47);
  });
});
