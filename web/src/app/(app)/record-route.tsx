'use client';
import dynamic from 'next/dynamic';
import { RecordPage } from '@/features/records/record-page';

const Comments = dynamic(() => import('@/features/comments/comments').then(m => m.Comments), { ssr: false });

/** The page of a record type that has no page of its own making. */
export function RecordRoute({ type, pattern }: { type: string; pattern: string }) {
  return <RecordPage type={type} pattern={pattern} comments={Comments} />;
}
