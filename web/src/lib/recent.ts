'use client';
import { storedValue, storeValue, useStored } from './browser-store';

export interface Recent {
  type: string;
  id: string;
  title: string;
}

const key = (workspace: string) => `recent:${workspace}`;
const none: Recent[] = [];

export function remember(workspace: string, entry: Recent) {
  const rest = storedValue<Recent[]>(key(workspace), none).filter(r => r.id !== entry.id);
  storeValue(key(workspace), [entry, ...rest].slice(0, 24));
}

export const useRecent = (workspace: string) => useStored<Recent[]>(key(workspace), none)[0];
