import { expect, it } from 'vitest';
import { cn } from './cn';

it('keeps a size and a colour, and lets the later size win', () => {
  expect(cn('text-2xs text-fg-3')).toBe('text-2xs text-fg-3');
  expect(cn('text-2xs', 'text-sm')).toBe('text-sm');
});
