import { expect, it } from 'vitest';
import { languageText, step } from './inbox-api';

const lines = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

it('goes down and up and stays at the ends', () => {
  expect(step(lines, 'a', 1)).toBe('b');
  expect(step(lines, 'b', -1)).toBe('a');
  expect(step(lines, 'c', 1)).toBe('c');
  expect(step(lines, 'a', -1)).toBe('a');
});

it('begins with the first where none is open or the open one has gone', () => {
  expect(step(lines, null, 1)).toBe('a');
  expect(step(lines, 'gone', -1)).toBe('a');
  expect(step([], null, 1)).toBeNull();
});

it('tells the language of a message where it is known', () => {
  expect(languageText('de')).toBe('Written in German.');
  expect(languageText('other')).toBe('Written in another language.');
  expect(languageText(null)).toBe('');
  expect(languageText(undefined)).toBe('');
});
