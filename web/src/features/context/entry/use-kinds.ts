'use client';
import { useQuery } from '@tanstack/react-query';
import { useType } from '@/lib/meta';
import { context, contextKeys, entryType, type KindInfo } from '../context-api';
import { words } from './details';

export const useKinds = () => useQuery({ queryKey: contextKeys.kinds, queryFn: context.kinds, staleTime: Infinity });

export const kindInfo = (kinds: KindInfo[] | undefined, kind: unknown) => kinds?.find(k => k.kind === kind);

/** How the workspace calls the values of choice fields of entries. */
export function useEntryLabels() {
  const type = useType(entryType);
  return (field: string, value: unknown): string => {
    if (typeof value !== 'string' || !value) return '';
    return type?.fields.find(f => f.name === field)?.choices?.find(c => c.value === value)?.label ?? words(value);
  };
}
