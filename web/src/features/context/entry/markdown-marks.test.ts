import { describe, expect, it } from 'vitest';
import { marked } from './markdown-marks';

describe('marks of Markdown', () => {
  it('stand around the chosen words, and go again', () => {
    const once = marked('a word here', 2, 6, 'bold');
    expect(once.text).toBe('a **word** here');
    expect(marked(once.text, once.from, once.to, 'bold').text).toBe('a word here');
  });

  it('stand in front of all chosen lines', () => {
    const once = marked('one\ntwo\nthree', 1, 6, 'numbers');
    expect(once.text).toBe('1. one\n2. two\nthree');
    expect(marked(once.text, once.from, once.to, 'numbers').text).toBe('one\ntwo\nthree');
  });

  it('leave the address of a link to be written', () => {
    const made = marked('see prices', 4, 10, 'link');
    expect(made.text).toBe('see [prices](https://)');
    expect(made.text.slice(made.from, made.to)).toBe('https://');
  });
});
