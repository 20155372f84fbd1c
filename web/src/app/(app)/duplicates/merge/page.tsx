import { Suspense } from 'react';
import { MergePage } from '@/features/duplicates/merge-page';

export const metadata = { title: 'Merge' };

export default function MergeRoute() {
  return <Suspense fallback={null}><MergePage /></Suspense>;
}
