import { Suspense } from 'react';
import { EntriesPage } from '@/features/context/entry/entries-page';

export const metadata = { title: 'Context entries' };

export default function EntriesRoute() {
  return <Suspense fallback={null}><EntriesPage /></Suspense>;
}
