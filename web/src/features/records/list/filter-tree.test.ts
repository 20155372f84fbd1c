import { describe, expect, it } from 'vitest';
import type { FilterTree } from '@/lib/records-api';
import { add, change, countConditions, isComplete, isGroup, keyed, nearestTo, readFilter, writeFilter } from './filter-tree';

const won: FilterTree = { field: 'stage', op: 'is', value: 'won' };
const big: FilterTree = { field: 'deal_amount', op: 'gte', value: 100 };
const quiet: FilterTree = { field: '_activity', op: 'older_than', value: { n: 30, unit: 'day' } };

describe('a filter in the builder', () => {
  it('keeps trees of any depth, groups that deny too', () => {
    const tree: FilterTree = { and: [won, { or: [big, { not: { and: [won, quiet] } }] }] };
    expect(writeFilter(readFilter(tree))).toEqual(tree);
    expect(countConditions(tree)).toBe(4);
  });

  it('writes one condition without a group and nothing as nothing', () => {
    expect(writeFilter(readFilter(won))).toEqual(won);
    expect(writeFilter(readFilter({ not: won }))).toEqual({ not: won });
    expect(writeFilter(readFilter(null))).toBeNull();
  });

  it('leaves out what is unfinished', () => {
    const half = add(readFilter(won), [], { join: 'or', parts: [{ field: 'deal_amount', op: 'gte' }] });
    expect(writeFilter(half)).toEqual(won);
    expect(isComplete({ field: 'x', op: 'empty' })).toBe(true);
    expect(isComplete({ field: 'x', op: 'between', value: [1, null] })).toBe(false);
    expect(isComplete({ field: 'x', op: 'within_last', value: { unit: 'day' } })).toBe(false);
    expect(isComplete({ field: 'x', op: 'is', value: false })).toBe(true);
    expect(isComplete({ field: '_related', op: 'is', value: {} })).toBe(false);
  });

  it('changes one part in the depth, and drops a group that became empty', () => {
    const root = readFilter({ and: [won, { or: [big, quiet] }] });
    expect(writeFilter(change(root, [1, 0], () => null))).toEqual({ and: [won, quiet] });
    expect(writeFilter(change(change(root, [1, 0], () => null), [1, 0], () => null))).toEqual(won);
    expect(writeFilter(change(root, [1], p => ({ ...p, not: true }) as never))).toEqual({ and: [won, { not: { or: [big, quiet] } }] });
  });

  it('knows its parts again after another was taken away, and keeps that to itself', () => {
    const root = keyed(readFilter({ and: [big, { field: 'deal_amount', op: 'gte', value: 7 }, won] }));
    const left = keyed(change(root, [0], () => null));
    expect(left.parts.map(p => p.key)).toEqual(root.parts.slice(1).map(p => p.key));
    expect(change(left, [0], p => (isGroup(p) ? p : { field: p.field, op: 'lt' })).parts[0]?.key).toBe(left.parts[0]?.key);
    expect(writeFilter(left)).toEqual({ and: [{ field: 'deal_amount', op: 'gte', value: 7 }, won] });
  });

  it('names the condition next to one that was taken away', () => {
    const root = readFilter({ and: [won, { or: [big, quiet] }] });
    const without = (path: number[]) => nearestTo(change(root, path, () => null), path);
    expect(without([0])).toEqual([0, 0]);
    expect(without([1])).toEqual([0]);
    expect(without([1, 1])).toEqual([1, 0]);
    expect(nearestTo(readFilter(null), [0])).toBeNull();
  });
});
