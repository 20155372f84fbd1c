import { Suspense } from 'react';
import { NewEntryPage } from '@/features/context/entry/new-entry-page';

export const metadata = { title: 'New entry' };

export default function NewEntryRoute() {
  return <Suspense fallback={null}><NewEntryPage /></Suspense>;
}
