'use client';
import { useCallback, useSyncExternalStore } from 'react';

const changed = new EventTarget();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function storeValue(key: string, value: unknown) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
  changed.dispatchEvent(new Event(key));
}

export function storedValue<T>(key: string, fallback: T): T {
  const raw = read(key);
  if (raw === null) return fallback;
  try {
    return JSON.parse(raw) as T;
  } catch {
    return fallback;
  }
}

/** How pages look, which whoever uses the browser next may keep; all else tells of a person or of records. */
const looks = /^(theme|density|columns:|widths:|zoom:|default-view:)/;

/** Drafts, recent records and what was asked for are of the person who leaves. */
export function forgetPerson() {
  try {
    for (const key of Object.keys(localStorage)) if (!looks.test(key)) localStorage.removeItem(key);
  } catch {
    return;
  }
}

/** A value of this browser (columns, recent accounts), shared by all tabs; the first render shows the fallback. */
export function useStored<T>(key: string, fallback: T): [T, (value: T) => void] {
  const subscribe = useCallback(
    (tell: () => void) => {
      const other = (e: StorageEvent) => e.key === key && tell();
      changed.addEventListener(key, tell);
      addEventListener('storage', other);
      return () => {
        changed.removeEventListener(key, tell);
        removeEventListener('storage', other);
      };
    },
    [key],
  );
  const raw = useSyncExternalStore(subscribe, () => read(key), () => null);
  let value = fallback;
  if (raw !== null) {
    try {
      value = JSON.parse(raw) as T;
    } catch {
      value = fallback;
    }
  }
  const set = useCallback((next: T) => storeValue(key, next), [key]);
  return [value, set];
}
