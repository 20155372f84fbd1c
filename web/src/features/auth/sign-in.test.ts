import { expect, it } from 'vitest';
import { takeToken } from './sign-in-page';

it('reads what an issuer sends back', () => {
  expect(takeToken('#access_token=a.b.c&token_type=bearer').token).toBe('a.b.c');
  expect(takeToken('#error=access_denied&error_description=Not+allowed').problem).toBe('Not allowed');
  expect(takeToken('')).toEqual({ token: undefined, problem: undefined });
});
