import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Marked } from './marked';

it('marks what was found and leaves the rest as it is', () => {
  const { container } = render(<Marked text="Exeter Mills" ranges={[[7, 9], [0, 3]]} />);
  expect([...container.querySelectorAll('mark')].map(m => m.textContent)).toEqual(['Exe', 'Mi']);
  expect(container.textContent).toBe('Exeter Mills');
});

it('shows a text with overlapping or empty places once', () => {
  const { container } = render(<Marked text="Exeter" ranges={[[0, 3], [2, 5], [4, 4]]} />);
  expect(container.textContent).toBe('Exeter');
});
