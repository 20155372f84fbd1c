import { Suspense } from 'react';
import { TreePage } from '@/features/context/tree/tree-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Message tree' };

export default function TreeRoute() {
  return <Suspense fallback={null}><TreePage /></Suspense>;
}
