import { describe, expect, it } from 'vitest';
import { forgetPerson, storedValue, storeValue } from './browser-store';

describe('what a browser keeps', () => {
  it('forgets at sign-out what tells of a person or of records, and keeps how pages look', () => {
    storeValue('comment-draft:deal:1', 'They will not renew');
    storeValue('first-asked', { '/deals': {} });
    storeValue('columns:deal', ['name']);
    forgetPerson();
    expect(storedValue('comment-draft:deal:1', '')).toBe('');
    expect(storedValue('first-asked', null)).toBeNull();
    expect(storedValue('columns:deal', [])).toEqual(['name']);
  });
});
