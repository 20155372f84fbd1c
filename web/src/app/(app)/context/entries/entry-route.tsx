'use client';
import dynamic from 'next/dynamic';
import { EntryPage } from '@/features/context/entry/entry-page';

const Comments = dynamic(() => import('@/features/comments/comments').then(m => m.Comments), { ssr: false });

/** Features do not know each other; what people say of an entry is given from here. */
export function EntryRoute() {
  return <EntryPage comments={Comments} />;
}
