'use client';
import { useCallback, useEffect, useState } from 'react';

const read = <T extends object>(initial: T): T => {
  const text = new URLSearchParams(location.search).get('q');
  if (!text) return initial;
  try {
    const found: unknown = JSON.parse(text);
    return found && typeof found === 'object' && !Array.isArray(found) ? { ...initial, ...found } : initial;
  } catch {
    return initial;
  }
};

/** What a page shows, kept in its address, so that it can be shared and found again. Null until the address has been read. */
export function useUrlState<T extends object>(initial: T): [T | null, (part: Partial<T>) => void] {
  const [state, setState] = useState<T | null>(null);
  useEffect(() => {
    const again = () => setState(read(initial));
    again();
    addEventListener('popstate', again);
    return () => removeEventListener('popstate', again);
    // The first value alone counts; it is a constant of the page.
  }, []);
  const change = useCallback(
    (part: Partial<T>) => {
      const next = { ...read(initial), ...part };
      const changed = Object.fromEntries(Object.entries(next).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(initial[name as keyof T])));
      const query = Object.keys(changed).length === 0 ? '' : `?q=${encodeURIComponent(JSON.stringify(changed))}`;
      history.pushState(history.state, '', location.pathname + query);
      setState(next);
    },
    [],
  );
  return [state, change];
}
