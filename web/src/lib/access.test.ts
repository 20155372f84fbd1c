import { describe, expect, it } from 'vitest';
import { ruleOf, withRule } from './access';

describe('rules of access', () => {
  it('are open where nothing is said', () => {
    expect(ruleOf([], 'deal', 'member')).toMatchObject({ read: 'everyone', write: 'everyone' });
  });

  it('never let somebody change what they do not see', () => {
    const narrow = withRule([], 'contact', 'member', { read: 'team' });
    expect(narrow).toEqual([{ record_type: 'contact', role: 'member', read: 'team', write: 'team' }]);
    const own = withRule(narrow, 'contact', 'member', { write: 'private' });
    expect(own[0]).toMatchObject({ read: 'team', write: 'private' });
    expect(withRule(own, 'contact', 'member', { write: 'territory' })[0]).toMatchObject({ read: 'territory', write: 'territory' });
  });

  it('are not kept where they say what is so anyway', () => {
    const rules = withRule([], 'deal', 'viewer', { read: 'private' });
    expect(withRule(withRule(rules, 'deal', 'viewer', { read: 'everyone' }), 'deal', 'viewer', { write: 'everyone' })).toEqual([]);
  });
});
