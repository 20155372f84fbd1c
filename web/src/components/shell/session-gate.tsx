'use client';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, type ReactNode } from 'react';
import { isSignedOut } from '@/lib/problem';
import { useSession } from '@/lib/session';
import { ErrorState } from '../ui/states';
import { SkeletonRows } from '../ui/skeleton';

/** Pages show only with a session; without one the way leads to sign-in and back. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const router = useRouter();
  // Deferred: a page is put up in small steps between which the browser can answer, not in one long one.
  const ready = useDeferredValue(session.data !== undefined);
  const out = isSignedOut(session.error);
  useEffect(() => {
    if (!out) return;
    const here = location.pathname + location.search;
    router.replace(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
  }, [out, router]);
  if (ready) return children;
  if (session.error && !out) return <ErrorState error={session.error} retry={() => void session.refetch()} className="min-h-full" />;
  return <SkeletonRows />;
}
