import { Suspense } from 'react';
import { RunPage } from '@/features/agents/run-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Run' };

export default function RunRoute() {
  return <Suspense fallback={null}><RunPage /></Suspense>;
}
