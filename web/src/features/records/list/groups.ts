import type { Formats } from '@/lib/format';
import type { Amount, Group, Measure, Measured } from '@/lib/lists-api';
import { allFields, type FieldKind, type FieldType, type RecordType } from '@/lib/meta';
import type { FilterTree } from '@/lib/records-api';

const dated = new Set<FieldKind>(['date', 'instant']);
const groupable = new Set<FieldKind>(['choice', 'boolean', 'reference', 'person', 'country', 'date', 'instant']);
const summed = new Set<FieldKind>(['money', 'integer', 'number']);

export const mayGroup = (f: FieldType) => f.filter === true && groupable.has(f.kind);

/** How a grouping stands in a query: dates by their unit, months unless said otherwise. */
export const groupSpec = (f: FieldType, unit = 'month') => (dated.has(f.kind) ? `${f.name}:${unit}` : f.name);

export const groupUnits = ['week', 'month', 'quarter', 'year'];

export const sumsOf = (fields: FieldType[]): Measure[] =>
  fields.filter(f => summed.has(f.kind) && !f.name.includes('.')).slice(0, 8).map(f => ({ op: 'sum', field: f.name }));

const iso = (at: Date) => at.toISOString().slice(0, 10);

/** The last day of the unit that begins on this day. */
export function lastDay(first: string, unit: string): string {
  const at = new Date(`${first}T00:00:00Z`);
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  if (months) at.setUTCMonth(at.getUTCMonth() + months);
  else at.setUTCDate(at.getUTCDate() + (unit === 'week' ? 7 : 1));
  at.setUTCDate(at.getUTCDate() - 1);
  return iso(at);
}

/** The condition that finds exactly the records of a group. */
export function groupFilter(spec: string, value: unknown): FilterTree {
  const [field = '', unit] = spec.split(':');
  if (value === null || value === undefined) return { field, op: 'empty' };
  if (!unit) return { field, op: 'is', value };
  return { field, op: 'between', value: [String(value), lastDay(String(value), unit)] };
}

export const groupKey = (group: Group, spec: string) => String(group.key[spec] ?? '');

export function groupName(group: Group, spec: string, type: RecordType): string {
  const given = group.label?.[spec];
  const value = group.key[spec];
  if (given) return given;
  const field = allFields(type).find(f => f.name === spec.split(':')[0]);
  return field?.choices?.find(c => c.value === value)?.label ?? (value === null || value === undefined ? 'None' : String(value));
}

const isAmount = (m: Measured): m is Amount => typeof m === 'object' && m !== null && !Array.isArray(m);

/** A total in words; amounts that no rate joins stand beside each other. */
export function measuredText(format: Formats, m: Measured | undefined, compact = true): string {
  if (m === null || m === undefined) return '';
  if (Array.isArray(m)) return m.map(a => format.money(a, null, compact)).join(' + ');
  if (isAmount(m)) return format.money(m, null, compact);
  return typeof m === 'number' ? format.number(m) : m;
}

/** Where room is short: the largest amount, and how many other currencies there are. */
export function shortTotal(format: Formats, m: Measured | undefined): string {
  if (!Array.isArray(m) || m.length < 2) return measuredText(format, m);
  const [first] = [...m].sort((a, b) => Number(b.amount) - Number(a.amount));
  return `${format.money(first, null, true)} +${m.length - 1}`;
}

/** The size of a total for a bar; amounts of several currencies are drawn by their figures. */
export function amountOf(m: Measured | undefined): number {
  if (Array.isArray(m)) return m.reduce((sum, a) => sum + Number(a.amount), 0);
  return m && isAmount(m) ? Number(m.amount) : Number(m ?? 0) || 0;
}

/** Where in a list of groups, some folded, a line lies. */
export interface Block {
  group: Group;
  key: string;
  open: boolean;
  /** The line of its head. */
  start: number;
}

export function blocksOf(groups: Group[], spec: string, folded: ReadonlySet<string>): { blocks: Block[]; lines: number } {
  let start = 0;
  const blocks = groups.map(group => {
    const key = groupKey(group, spec);
    const block = { group, key, open: !folded.has(key), start };
    start += 1 + (block.open ? group.count : 0);
    return block;
  });
  return { blocks, lines: start };
}

export function blockAt(blocks: Block[], line: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((blocks[mid] as Block).start <= line) low = mid;
    else high = mid - 1;
  }
  return blocks[low];
}
