import { Suspense } from 'react';
import { ContextHomePage } from '@/features/context/home/home-page';

export const metadata = { title: 'Context' };

export default function ContextRoute() {
  return <Suspense fallback={null}><ContextHomePage /></Suspense>;
}
