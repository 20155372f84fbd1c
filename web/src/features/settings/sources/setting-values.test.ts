import { expect, test } from 'vitest';
import { entryOf, valueOf } from './setting-values';
import type { KindSetting, SettingKind } from './sources-api';

const setting = (kind: SettingKind, initial: unknown = null): KindSetting => ({ name: 'x', label: 'X', kind, help: null, required: false, secret: false, initial, choices: [] });

test('what is kept comes back from the form as it was', () => {
  for (const [kind, kept] of [
    ['text', 'mail.harbour.example'],
    ['number', 993],
    ['texts', ['INBOX', 'Sales']],
    ['pairs', { U024BE7LH: 'ada@example.org', U1: 'bo@example.org' }],
    ['condition', { field: 'stage', op: 'eq', value: 'won' }],
  ] as const) {
    expect(valueOf(setting(kind), entryOf(setting(kind), kept))).toEqual(kept);
  }
});

test('a form begins with what the server suggests', () => {
  expect(entryOf(setting('texts', ['INBOX']), undefined)).toBe('INBOX');
  expect(entryOf(setting('number', 30), null)).toBe('30');
  expect(entryOf(setting('text'), undefined)).toBe('');
});

test('an empty number is left to the server, and a wrong one is told to it', () => {
  expect(valueOf(setting('number'), '')).toBeUndefined();
  expect(valueOf(setting('number'), 'many')).toBe('many');
  expect(valueOf(setting('condition'), null)).toBeUndefined();
});

test('a line without a sign is a key without a value', () => {
  expect(valueOf(setting('pairs'), 'U1\n\n U2 = a=b ')).toEqual({ U1: '', U2: 'a=b' });
});
