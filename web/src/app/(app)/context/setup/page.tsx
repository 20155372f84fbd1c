import { Suspense } from 'react';
import { SetupPage } from '@/features/context/setup/setup-page';

export const metadata = { title: 'Set up context' };

export default function SetupRoute() {
  return <Suspense fallback={null}><SetupPage /></Suspense>;
}
