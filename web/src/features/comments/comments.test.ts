import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { mentionPieces, suggest, typedMention } from './mentions';
import { threadsOf } from './use-comments';

const person = (name: string, status = 'active'): Person => ({ id: name, name, email: '', role: 'member', status });
const people = [person('Ada Quist'), person('Ada Quist-Berg'), person('Olu Mensah'), person('Gone Person', 'deactivated')];
const comment = (id: string, at: string, parent_id?: string) => ({ id, created_at: at, parent_id }) as unknown as AnyRecord;

describe('mentions', () => {
  it('knows the name being typed at the caret', () => {
    expect(typedMention('ask @Olu', 8)).toEqual({ from: 4, typed: 'Olu' });
    expect(typedMention('mail a@b', 8)).toBeNull();
  });

  it('suggests active people by any part of their name', () => {
    expect(suggest(people, 'men').map(p => p.name)).toEqual(['Olu Mensah']);
    expect(suggest(people, 'gone')).toEqual([]);
  });

  it('marks the longest name', () => {
    expect(mentionPieces('Hi @Ada Quist-Berg, see', people)).toEqual([
      { text: 'Hi ', mention: false }, { text: '@Ada Quist-Berg', mention: true }, { text: ', see', mention: false },
    ]);
  });
});

it('puts answers under the comment they answer, oldest first', () => {
  const threads = threadsOf([comment('c', '3', 'b'), comment('b', '2', 'a'), comment('a', '1'), comment('d', '4', 'lost')]);
  expect(threads.map(t => [t.first.id, ...t.answers.map(a => a.id)])).toEqual([['a', 'b', 'c'], ['d']]);
});
