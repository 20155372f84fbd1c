import { describe, expect, it } from 'vitest';
import { insertAt, stillSaid } from './draft';

describe('a draft', () => {
  it('takes a message as a sentence of its own', () => {
    expect(insertAt('', 0, 0, 'No pipe is cut')).toEqual({ text: 'No pipe is cut.', cursor: 15 });
    expect(insertAt('Dear Ann,', 9, 9, 'No pipe is cut').text).toBe('Dear Ann, No pipe is cut.');
    expect(insertAt('One thing.', 10, 10, 'No pipe is cut.').text).toBe('One thing.\n\nNo pipe is cut.');
    expect(insertAt('a b', 2, 2, 'X!').text).toBe('a X! b');
  });

  it('counts what still stands in it word for word, once', () => {
    const one = { id: '1', version: 2, words: 'No pipe is cut', closed: null };
    const short = { id: '2', version: 1, words: 'cut', closed: null };
    const other = { id: '3', version: 1, words: 'Installed in an hour', closed: null };
    expect(stillSaid('Dear Ann: no pipe is CUT!', [one, one, other]).map(m => m.id)).toEqual(['1']);
    expect(stillSaid('We had to shortcut it', [short])).toEqual([]);
  });
});
