import { Suspense } from 'react';
import { TreesPage } from '@/features/context/tree/trees-page';

export const metadata = { title: 'Message trees' };

export default function TreesRoute() {
  return <Suspense fallback={null}><TreesPage /></Suspense>;
}
