'use client';
import { usePathname } from 'next/navigation';

/** The `[param]` parts of a pattern, read from the address bar: the export itself only knows the placeholder "_". */
export function useRouteParams(pattern: string): Record<string, string> {
  return matchPath(pattern, usePathname());
}

export function matchPath(pattern: string, path: string): Record<string, string> {
  const names = pattern.split('/');
  const values = path.split('/');
  const found: Record<string, string> = {};
  names.forEach((name, i) => {
    if (name.startsWith('[')) found[name.slice(1, -1)] = decodeURIComponent(values[i] ?? '');
  });
  return found;
}
