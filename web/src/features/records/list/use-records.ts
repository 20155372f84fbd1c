'use client';
import { keepPreviousData, useQueries, useQuery, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keepFirstAsked } from '@/lib/early';
import { lists, type Aggregate } from '@/lib/lists-api';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord, type FilterTree, type RecordPage } from '@/lib/records-api';
import { filterOf, toQuery, type View } from '../view';
import { blockAt, groupFilter, type Block } from './groups';

export const pageSize = 100;

/** What decides which records come, and nothing else: another column must not read a list anew. */
const asked = ({ filter, sort, q, bin, asOf }: View) => ({ filter, sort, q, bin, asOf });

interface Page {
  page: number;
  group?: FilterTree;
  /** Boards and timelines read their records themselves and want the count only. */
  counted?: boolean;
}

function pageOptions(type: RecordType, view: View, fields: string[] | undefined, { page, group, counted }: Page) {
  const head = page === 0 && !group;
  return {
    queryKey: keys.listPage(type.name, { ...asked(view), ...(group && { group }), ...(fields && { fields }), ...(counted && { counted }) }, page),
    staleTime: 60_000,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<RecordPage> => {
      const query = {
        ...toQuery(view, type.title_field, ...(group ? [group] : [])),
        ...(fields && { fields }),
        limit: counted ? 1 : pageSize,
        offset: page * pageSize,
        ...(head && { count: true }),
      };
      if (head && !view.bin) keepFirstAsked(`/${type.plural}/query`, query);
      return records.query(type.plural, query, { signal, bin: view.bin });
    },
  };
}

/** The first page carries the count; the others are read as they scroll into view. */
export function useRecordHead(type: RecordType, view: View, fields?: string[], enabled = true) {
  const counted = view.layout !== 'list' && !view.bin && !view.asOf;
  return useQuery({ ...pageOptions(type, view, fields, { page: 0, counted }), placeholderData: keepPreviousData, enabled });
}

export function useGroups(type: RecordType, view: View, measures: { op: 'sum'; field: string }[], currency: string | undefined, enabled: boolean) {
  const query = {
    filter: filterOf(view, type.title_field),
    group_by: view.group ? [view.group] : [],
    measures,
    ...(currency && { currency }),
    ...(view.asOf && { as_of: view.asOf }),
  };
  return useQuery({
    queryKey: keys.aggregate(type.name, query),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    enabled,
    queryFn: ({ signal }): Promise<Aggregate> => lists.aggregate(type.plural, query, { signal }),
  });
}

export type Line = { block: Block; record?: undefined } | { block?: undefined; record: AnyRecord | undefined };

/** The lines in sight: records, or heads of groups with the records of the open ones between them. */
export function useLines(type: RecordType, view: View, fields: string[] | undefined, blocks: Block[] | null, first: number, last: number, held = false): (line: number) => Line {
  const wanted = useMemo(() => {
    const found = new Map<string, Page>();
    const add = (key: string, page: number, group?: FilterTree) => found.set(`${key}:${page}`, { page, group });
    if (!blocks) {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) add('', page);
      return found;
    }
    for (let line = first; line <= last; line++) {
      const block = blockAt(blocks, line);
      if (block && line > block.start) add(block.key, Math.floor((line - block.start - 1) / pageSize), groupFilter(view.group ?? '', block.group.key[view.group ?? '']));
    }
    return found;
  }, [blocks, first, last, view.group]);
  const names = [...wanted.keys()];
  // A row under somebody's hands must not move away from them, whatever it would be sorted by now.
  const answers = useQueries({ queries: [...wanted.values()].map(page => ({ ...pageOptions(type, view, fields, page), enabled: !held })) });
  const at = (key: string, index: number) => answers[names.indexOf(`${key}:${Math.floor(index / pageSize)}`)]?.data?.data[index % pageSize];
  return line => {
    const block = blocks ? blockAt(blocks, line) : undefined;
    if (block?.start === line) return { block };
    return { record: block ? at(block.key, line - block.start - 1) : at('', line) };
  };
}

/** What the cache holds, for actions on rows that may have scrolled away. */
export function cachedRows(client: QueryClient, type: string): Map<string, AnyRecord> {
  const found = new Map<string, AnyRecord>();
  for (const [, page] of client.getQueriesData<Partial<RecordPage>>({ queryKey: keys.lists(type) })) {
    page?.data?.forEach(r => found.set(r.id, r));
  }
  return found;
}
