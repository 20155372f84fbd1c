'use client';
import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches, () => false);
}

export const useNarrow = () => useMedia('(max-width: 767px)');

const never = () => () => undefined;

/** How the key that goes with K is called on this machine. */
export const useCommandKey = () => useSyncExternalStore(never, () => (/mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl '), () => '⌘');
