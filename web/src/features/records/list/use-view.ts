'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo } from 'react';
import { useStored } from '@/lib/browser-store';
import { views, type SavedView } from '@/lib/lists-api';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { isBare, isEdited, ofSaved, plainView, readView, sameView, writeView, type View } from '../view';

export const useSavedViews = (type: string) => useQuery({ queryKey: keys.views(type), queryFn: () => views.of(type), staleTime: 5 * 60_000 });

/** One's own before one for everybody. */
const defaultOf = (list: SavedView[] | undefined) => list?.filter(v => v.is_default).sort((a, b) => Number(b.visibility === 'private') - Number(a.visibility === 'private'))[0];

/** Chosen by hand where another view would open by itself. */
export const allRecords = 'all';

/** The view in the address, over the saved one it began with. */
export function useView(type: RecordType) {
  const client = useQueryClient();
  const path = usePathname();
  const params = useSearchParams();
  const saved = useSavedViews(type.name);
  // Known from the last visit, so that only types with such a view wait for it.
  const [expected, expect] = useStored<boolean>(`default-view:${type.name}`, false);
  const first = defaultOf(saved.data);
  useEffect(() => {
    if (saved.data && expected !== (first !== undefined)) expect(first !== undefined);
  }, [saved.data, expected, first, expect]);

  const given = useMemo(() => readView(params), [params]);
  const bare = isBare(params);
  const id = given.saved === allRecords ? null : (given.saved ?? (bare ? (first?.id ?? null) : null));
  const base = saved.data?.find(v => v.id === id);
  const edited = isEdited(params);
  const view = useMemo(
    () => (base && !edited ? { ...ofSaved(base), q: given.q, bin: given.bin, asOf: given.asOf } : { ...given, saved: base?.id ?? given.saved }),
    [base, edited, given],
  );
  const waiting = saved.isPending && (bare ? expected : id !== null && !edited);

  const address = useCallback(
    (next: View) => {
      // Asked of the cache: a view that was made a moment ago is not in what this render knows.
      const origin = client.getQueryData<SavedView[]>(keys.views(type.name))?.find(v => v.id === next.saved);
      if (!origin) return writeView({ ...next, saved: first && isBare(new URLSearchParams(writeView({ ...next, saved: null }))) ? allRecords : null });
      const changed = !sameView(next, ofSaved(origin));
      return writeView(changed ? next : { ...plainView, saved: next.saved, q: next.q, bin: next.bin, asOf: next.asOf }, changed);
    },
    [client, type.name, first],
  );
  // The address changes without a navigation: the page is the same, only its view is another.
  const setView = useCallback((next: View) => window.history.replaceState(null, '', path + address(next)), [path, address]);
  return {
    view,
    base,
    changed: base !== undefined && !sameView(view, ofSaved(base)),
    lost: saved.data !== undefined && id !== null && !base,
    saved: saved.data ?? [],
    waiting,
    address,
    setView,
  };
}
