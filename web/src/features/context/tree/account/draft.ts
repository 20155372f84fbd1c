import type { Inserted, Message } from './account-api';

export const insertedOf = ({ entry, badges }: Message): Inserted => ({
  id: entry.id,
  version: entry.version,
  words: entry.title,
  closed: badges.find(b => b.code === 'not_citable')?.label ?? badges.find(b => b.code === 'expired')?.label ?? null,
});

/** Puts words into a text as a paragraph of their own where the text is empty or ends, else where the cursor stands. */
export function insertAt(text: string, from: number, to: number, words: string): { text: string; cursor: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const sentence = /[.!?…:]$/.test(words) ? words : `${words}.`;
  const gap = before === '' || /\s$/.test(before) ? '' : /[.!?…:]$/.test(before) ? '\n\n' : ' ';
  const end = after === '' || /^\s/.test(after) ? '' : ' ';
  const put = before + gap + sentence;
  return { text: put + end + after, cursor: put.length };
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Of what was put into a text that which still stands there word for word, each once, in its latest version. */
export function stillSaid(text: string, inserted: Inserted[]): Inserted[] {
  const there = ` ${plain(text)} `;
  const said = new Map<string, Inserted>();
  for (const one of inserted) if (plain(one.words) && there.includes(` ${plain(one.words)} `)) said.set(one.id, one);
  return [...said.values()];
}
