import { Suspense } from 'react';
import { DuplicatesPage } from '@/features/duplicates/duplicates-page';

export const metadata = { title: 'Duplicates' };

export default function DuplicatesRoute() {
  return <Suspense fallback={null}><DuplicatesPage /></Suspense>;
}
