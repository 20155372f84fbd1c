'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { storedValue, storeValue } from '@/lib/browser-store';
import type { Values } from './merge';

interface Kept {
  values: Values;
  /** What it was when the writing began, with its version. */
  base: Values;
  version: number;
}

/** What is being written, kept in this browser until it is saved or thrown away: a reload or a lost connection takes nothing. */
export function useDraft(key: string, base: Values, version: number) {
  const [found] = useState(() => storedValue<Kept | null>(key, null));
  const [state, setState] = useState<Kept>(found ?? { values: base, base, version });
  const latest = useRef(state);
  const over = useRef(false);
  useEffect(() => {
    latest.current = state;
    if (over.current || state.values === state.base) return;
    const timer = setTimeout(() => storeValue(key, state), 300);
    return () => clearTimeout(timer);
  }, [key, state]);
  useEffect(() => () => {
    if (!over.current && latest.current.values !== latest.current.base) storeValue(key, latest.current);
  }, [key]);
  const put = useCallback((field: string, value: unknown) => setState(now => ({ ...now, values: { ...now.values, [field]: value } })), []);
  /** Goes on from what somebody else saved. */
  const rebase = useCallback((values: Values, onto: Values, at: number) => setState({ values, base: onto, version: at }), []);
  const forget = useCallback(() => {
    over.current = true;
    storeValue(key, null);
  }, [key]);
  return { values: state.values, base: state.base, version: state.version, resumed: found !== null, put, rebase, forget };
}
