'use client';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ChangeSet } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import { fieldOf, useTypes, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { titleOf } from '@/lib/record-title';
import { records } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import type { TextContext } from './field-text';

const most = 12;
const none: never[] = [];

interface Target {
  type: RecordType;
  id: string;
}

/** Records that values point to and that the change sets themselves do not name. */
export function unnamedTargets(sets: (ChangeSet | null | undefined)[], types: RecordType[]): Target[] {
  const operations = sets.flatMap(s => s?.operations ?? []);
  const named = new Set(operations.filter(o => o.record_title).map(o => o.record_id));
  const found = new Map<string, Target>();
  for (const o of operations.slice(0, 50)) {
    const type = types.find(t => t.name === o.record_type);
    for (const change of o.fields) {
      const field = type && fieldOf(type, change.field);
      const target = field && (field.kind === 'reference' || field.kind === 'references') ? types.find(t => t.name === field.ref) : undefined;
      if (!target) continue;
      for (const id of [change.before, change.after].flat()) {
        if (typeof id === 'string' && !named.has(id)) found.set(id, { type: target, id });
      }
    }
  }
  return [...found.values()].slice(0, most);
}

/** What texts about changes need: formats, labels, and the names of people and records. */
export function useTextContext(sets: (ChangeSet | null | undefined)[] = none): TextContext {
  const formats = useFormats();
  const types = useTypes().data ?? none;
  const people = usePeople().data ?? none;
  const targets = unnamedTargets(sets, types);
  const read = useQueries({
    queries: targets.map(t => ({ queryKey: keys.record(t.type.name, t.id), queryFn: () => records.get(t.type.plural, t.id), staleTime: 60_000 })),
  });
  const titles: Record<string, string> = {};
  for (const set of sets) for (const o of set?.operations ?? []) if (o.record_title) titles[o.record_id] = o.record_title;
  targets.forEach((t, i) => {
    const record = read[i]?.data;
    if (record) titles[t.id] = titleOf(record, t.type);
  });
  const key = JSON.stringify(titles);
  return useMemo(() => ({ formats, types, people, titles: JSON.parse(key) as Record<string, string> }), [formats, types, people, key]);
}
