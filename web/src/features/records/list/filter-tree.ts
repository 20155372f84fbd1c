import type { FilterTree } from '@/lib/records-api';
import { needsValue } from './filter-ops';

export interface Condition {
  field: string;
  op: string;
  value?: unknown;
  /** Of this sitting: what was typed into one condition must not show up in the next when it is removed. */
  key?: number;
}

/** What the builder edits: conditions may be unfinished, and a group may hold groups. */
export interface FilterGroup {
  join: 'and' | 'or';
  not?: boolean;
  parts: FilterPart[];
  key?: number;
}

export type FilterPart = Condition | FilterGroup;
export type PartPath = readonly number[];

export const isGroup = (part: FilterPart): part is FilterGroup => 'parts' in part;

function readPart(tree: FilterTree): FilterPart {
  if ('field' in tree) return { ...tree };
  if ('and' in tree) return { join: 'and', parts: tree.and.map(readPart) };
  if ('or' in tree) return { join: 'or', parts: tree.or.map(readPart) };
  const inner = readPart(tree.not);
  return isGroup(inner) && !inner.not ? { ...inner, not: true } : { join: 'and', not: true, parts: [inner] };
}

export function readFilter(tree: FilterTree | null): FilterGroup {
  if (!tree) return { join: 'and', parts: [] };
  const part = readPart(tree);
  return isGroup(part) ? part : { join: 'and', parts: [part] };
}

const given = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0 && value.every(given);
  return true;
};

const whole = (n: unknown) => typeof n === 'number' && Number.isInteger(n) && n > 0;

/** Half-typed conditions do not count until they can be asked. */
export function isComplete(c: Condition): boolean {
  if (!needsValue(c.op)) return true;
  if (['within_last', 'within_next', 'older_than'].includes(c.op)) return whole((c.value as { n?: unknown } | null | undefined)?.n);
  if (c.field === '_related') return given((c.value as { type?: unknown } | null | undefined)?.type);
  if (c.field === '_changed') return given((c.value as { since?: unknown } | null | undefined)?.since);
  return given(c.value);
}

function writePart(part: FilterPart): FilterTree | null {
  if (!isGroup(part)) {
    const { key: _, ...condition } = part;
    return isComplete(part) ? condition : null;
  }
  const parts = part.parts.flatMap(p => writePart(p) ?? []);
  const [only] = parts;
  if (!only) return null;
  const joined: FilterTree = parts.length === 1 ? only : part.join === 'and' ? { and: parts } : { or: parts };
  return part.not ? { not: joined } : joined;
}

export const writeFilter = (group: FilterGroup): FilterTree | null => writePart(group);

export function countConditions(tree: FilterTree | null): number {
  if (!tree) return 0;
  if ('field' in tree) return 1;
  if ('not' in tree) return countConditions(tree.not);
  return ('and' in tree ? tree.and : tree.or).reduce((sum, t) => sum + countConditions(t), 0);
}

/** The same tree with the part at a path put, changed or (null) taken away. */
export function change(group: FilterGroup, path: PartPath, edit: (part: FilterPart) => FilterPart | null): FilterGroup {
  const [at, ...rest] = path;
  if (at === undefined) {
    const next = edit(group);
    return next && isGroup(next) ? next : { join: 'and', parts: next ? [next] : [] };
  }
  const parts = group.parts.flatMap((part, i) => {
    if (i !== at) return [part];
    if (rest.length === 0) {
      const next = edit(part);
      return next ? (part.key === undefined ? next : { ...next, key: part.key }) : [];
    }
    return isGroup(part) ? [change(part, rest, edit)] : [part];
  });
  // A group that lost its last condition goes with it.
  return { ...group, parts: parts.filter(p => !isGroup(p) || p.parts.length > 0) };
}

export const add = (group: FilterGroup, path: PartPath, part: FilterPart): FilterGroup =>
  change(group, path, p => (isGroup(p) ? { ...p, parts: [...p.parts, part] } : p));

let last = 0;

/** Gives each part that has none a key of its own. */
export function keyed<P extends FilterPart>(part: P): P {
  const own = part.key === undefined ? { ...part, key: ++last } : part;
  return isGroup(own) ? { ...own, parts: own.parts.map(keyed) } : own;
}

/** Where the hands go on after a part was taken away: to the one that moved up, else to the one before. */
export function nearestTo(group: FilterGroup, path: PartPath): PartPath | null {
  const [at, ...rest] = path;
  if (at === undefined || group.parts.length === 0) return null;
  const here = Math.min(at, group.parts.length - 1);
  const part = group.parts[here];
  if (!part || !isGroup(part)) return [here];
  return [here, ...((rest.length && here === at ? nearestTo(part, rest) : nearestTo(part, [0])) ?? [0])];
}
