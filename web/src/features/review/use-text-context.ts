'use client';
import { useMemo } from 'react';
import type { ChangeSet } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import { usePeople } from '@/lib/session';
import type { TextContext } from './field-text';

/** What a change set names itself is known without asking; other records show as such. */
export function useTextContext(sets: (ChangeSet | null | undefined)[] = [], more: Record<string, string> = {}): TextContext {
  const formats = useFormats();
  const types = useTypes().data;
  const people = usePeople().data;
  const titles: Record<string, string> = { ...more };
  for (const set of sets) for (const o of set?.operations ?? []) if (o.record_title) titles[o.record_id] = o.record_title;
  const key = JSON.stringify(titles);
  return useMemo(
    () => ({ formats, types: types ?? [], people: people ?? [], titles: JSON.parse(key) as Record<string, string> }),
    [formats, types, people, key],
  );
}
