import { expect, it } from 'vitest';
import { instants, outcomeText, percent } from './intelligence-api';

it('says what came of a call in words', () => expect(outcomeText('rate_limited')).toBe('Rate limited'));

it('means whole days', () => {
  expect(instants('2026-03-01', '')).toEqual({ from: '2026-03-01T00:00:00Z', to: '' });
  expect(instants('', '2026-03-02').to).toBe('2026-03-02T23:59:59Z');
});

it('shows no share where nothing was written', () => {
  expect(percent(null, 'en')).toBe('–');
  expect(percent(0.951, 'en')).toBe('95.1%');
});
