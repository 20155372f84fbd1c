import { afterEach, describe, expect, it, vi } from 'vitest';
import { earlyScript, keepFirstAsked, plainQuery, takeEarly } from './early';

describe('early answers', () => {
  const asked: string[] = [];
  const open = (path: string) => {
    asked.length = 0;
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response('{}'));
    });
    window.history.replaceState(null, '', path);
    new Function(earlyScript)();
  };
  afterEach(() => {
    delete window.early;
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('reads the record of the address beside the session and the types', () => {
    open('/accounts/01a203d1-c57f-7000-8a8c-10dab77e0b2e');
    expect(asked).toContain('/api/v1/companies/01a203d1-c57f-7000-8a8c-10dab77e0b2e/workspace');
    expect(asked).toContain('/api/v1/session');
  });

  it('asks for nothing where nobody is signed in', () => {
    open('/sign-in');
    expect(asked).toEqual([]);
  });

  it('reads the first rows of a list, as it was asked for at that address before', () => {
    document.cookie = 'XSRF-TOKEN=t';
    open('/accounts');
    expect(asked).toContain('/api/v1/companies/query');
    expect(takeEarly('POST', '/companies/query', '{"limit":1}')).toBeUndefined();
    expect(takeEarly('POST', '/companies/query', plainQuery)).toBeDefined();
    window.history.replaceState(null, '', '/deals?layout=board');
    keepFirstAsked('/deals/board', { column_field: 'stage' });
    open('/deals?layout=board');
    expect(takeEarly('POST', '/deals/board', '{"column_field":"stage"}')).toBeDefined();
    expect(takeEarly('POST', '/deals/query', plainQuery)).toBeUndefined();
    open('/deals?q=x');
    expect(asked).toEqual(['/api/v1/session', '/api/v1/meta/types', '/api/v1/people']);
  });

  it('gives each answer once', () => {
    open('/deals');
    expect(takeEarly('GET', '/session')).toBeDefined();
    expect(takeEarly('GET', '/session')).toBeUndefined();
    expect(takeEarly('POST', '/meta/types')).toBeUndefined();
  });

  it('forgets answers that nobody took in time', () => {
    vi.useFakeTimers();
    open('/deals');
    vi.advanceTimersByTime(20_000);
    expect(takeEarly('GET', '/session')).toBeUndefined();
  });
});
