import { Suspense } from 'react';
import { CheckPage } from '@/features/context/claims/check-page';

export const metadata = { title: 'Check a text' };

export default function CheckRoute() {
  return <Suspense fallback={null}><CheckPage /></Suspense>;
}
