'use client';
import { useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { isSignedOut } from '@/lib/problem';
import { useSession } from '@/lib/session';
import { ErrorState } from '../ui/states';
import { SkeletonRows } from '../ui/skeleton';

/** Pages show only with a session; without one the way leads to sign-in and back. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const router = useRouter();
  const out = isSignedOut(session.error);
  useEffect(() => {
    if (!out) return;
    const here = location.pathname + location.search;
    router.replace(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
  }, [out, router]);
  if (session.data) return children;
  if (session.error && !out) return <ErrorState error={session.error} retry={() => void session.refetch()} className="min-h-full" />;
  return <SkeletonRows />;
}
