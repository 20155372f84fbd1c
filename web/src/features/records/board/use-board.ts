'use client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { keepFirstAsked } from '@/lib/early';
import { lists, type Board, type BoardColumn, type BoardQuery } from '@/lib/lists-api';
import type { FieldType, RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';
import { groupFilter } from '../list/groups';
import { filterOf, type View } from '../view';

export type ColumnValue = BoardColumn['value'];

interface More {
  data: AnyRecord[];
  next: string | null;
}

/** The same board with a card in another column; its totals follow when the server has answered. */
export function moved(board: Board, id: string, field: string, to: ColumnValue): Board {
  const card = board.columns.flatMap(c => c.data).find(r => r.id === id);
  if (!card) return board;
  return {
    columns: board.columns.map(c => {
      const had = c.data.some(r => r.id === id);
      if (had === (c.value === to)) return c;
      return had
        ? { ...c, count: c.count - 1, data: c.data.filter(r => r.id !== id) }
        : c.value === to ? { ...c, count: c.count + 1, data: [{ ...card, [field]: to }, ...c.data] } : c;
    }),
  };
}

const withCard = (board: Board, card: AnyRecord): Board => ({
  columns: board.columns.map(c => ({ ...c, data: c.data.map(r => (r.id === card.id ? { ...r, ...card, _refs: card._refs ?? r._refs } : r)) })),
});

const pageSize = 50;

function readBoard(plural: string, query: BoardQuery, signal: AbortSignal) {
  keepFirstAsked(`/${plural}/board`, query);
  return lists.board(plural, query, { signal });
}

export function useBoard(type: RecordType, view: View, field: FieldType, total: FieldType | undefined) {
  const client = useQueryClient();
  const [more, setMore] = useState<Map<ColumnValue, More>>(new Map());
  const filter = filterOf(view, type.title_field);
  const query: BoardQuery = {
    ...(filter && { filter }),
    column_field: field.name,
    ...(view.sort.length && { sort: view.sort }),
    limit: pageSize,
    ...(total && { totals: [{ op: 'sum', field: total.name }] }),
  };
  const key = keys.board(type.name, query);
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => readBoard(type.plural, query, signal), staleTime: 60_000, placeholderData: keepPreviousData });

  const columns = found.data?.columns.map(c => {
    const extra = more.get(c.value);
    const known = new Set(c.data.map(r => r.id));
    return extra ? { ...c, data: [...c.data, ...extra.data.filter(r => !known.has(r.id))], next_cursor: extra.next } : c;
  });

  const loadMore = async (column: BoardColumn) => {
    const both = [groupFilter(field.name, column.value), ...(filter ? [filter] : [])];
    try {
      const page = await records.query(type.plural, { filter: both.length > 1 ? { and: both } : both[0], ...(view.sort.length && { sort: view.sort }), limit: pageSize, cursor: column.next_cursor ?? undefined });
      setMore(now => new Map(now).set(column.value, { data: [...(now.get(column.value)?.data ?? []), ...page.data], next: page.next_cursor ?? null }));
    } catch (error) {
      toast.error(error);
    }
  };

  const undo = (changeSet: string) => void changeSets.undo(changeSet).then(() => toast.ok('Moved back'), toast.error).finally(() => refreshRecords(client));

  /** At once on the screen; a refusal puts the card back and says why. */
  const move = async (card: AnyRecord, to: BoardColumn): Promise<boolean> => {
    await client.cancelQueries({ queryKey: key });
    const before = client.getQueryData<Board>(key);
    const from = columns?.find(c => c.data.some(r => r.id === card.id));
    if (before) {
      // A card that came with "more" is not in the answer that the cache holds: put it there first.
      const whole = { columns: before.columns.map(c => (c.value === from?.value && !c.data.some(r => r.id === card.id) ? { ...c, data: [...c.data, card] } : c)) };
      client.setQueryData(key, moved(whole, card.id, field.name, to.value));
    }
    const extra = from && more.get(from.value);
    if (from && extra) setMore(now => new Map(now).set(from.value, { ...extra, data: extra.data.filter(r => r.id !== card.id) }));
    try {
      const saved = await records.update(type.plural, card.id, card.version, { [field.name]: to.value });
      client.setQueryData<Board>(key, now => now && withCard(now, saved));
      void client.invalidateQueries({ queryKey: keys.lists(type.name) });
      void client.invalidateQueries({ queryKey: keys.record(type.name, card.id) });
      const changeSet = saved.change_set_id;
      toast.ok(`${titleOf(card)} is in ${to.label}`, changeSet ? { label: 'Undo', run: () => undo(changeSet) } : undefined);
      return true;
    } catch (error) {
      if (before) client.setQueryData(key, before);
      void client.invalidateQueries({ queryKey: key });
      toast.error(error);
      return false;
    }
  };
  return { found, columns, move, loadMore };
}
