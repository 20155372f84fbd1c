import type { FilterTree } from '@/lib/records-api';
import type { KindSetting } from './sources-api';

/** What stands in the form: a condition as it is, everything else as text. */
export type Entry = string | FilterTree | null;
export type Entries = Record<string, Entry>;

const pairs = (value: object) => Object.entries(value).map(([key, text]) => `${key} = ${String(text)}`).join('\n');

/** A setting as the form shows it. */
export function entryOf(setting: KindSetting, kept: unknown): Entry {
  const value = kept ?? setting.initial;
  if (setting.kind === 'condition') return (value as FilterTree | null) ?? null;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? pairs(value) : String(value);
}

/** What is sent; undefined leaves it to the server. A number that is none is sent as it was written, so that the server says so. */
export function valueOf(setting: KindSetting, entry: Entry): unknown {
  if (typeof entry !== 'string') return entry ?? undefined;
  const text = entry.trim();
  switch (setting.kind) {
    case 'number':
      return text === '' ? undefined : Number.isFinite(Number(text)) ? Number(text) : text;
    case 'texts':
      return text.split(',').map(part => part.trim()).filter(Boolean);
    case 'pairs':
      return Object.fromEntries(text.split('\n').filter(line => line.trim()).map(line => {
        const [key = '', ...rest] = line.split('=');
        return [key.trim(), rest.join('=').trim()];
      }));
    default:
      return text;
  }
}
