import { Suspense } from 'react';
import { SetupPage } from '@/features/auth/setup-page';

export const metadata = { title: 'Set up' };

export default function Setup() {
  return <Suspense fallback={null}><SetupPage /></Suspense>;
}
