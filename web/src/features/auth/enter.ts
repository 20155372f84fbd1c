'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { keys } from '@/lib/query-keys';
import type { Session } from '@/lib/session';

/** Only an address of our own: a link must not lead signed-in people elsewhere. */
export const safeNext = (next: string | null) => (next && /^\/(?![/\\])/.test(next) ? next : '/');

/** Keeps the new session and goes where the person wanted to go. */
export function useEnter() {
  const client = useQueryClient();
  const router = useRouter();
  const next = safeNext(useSearchParams().get('next'));
  return (session: Session) => {
    client.clear();
    client.setQueryData(keys.session, session);
    router.replace(next);
  };
}
