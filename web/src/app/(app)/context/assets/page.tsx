import { Suspense } from 'react';
import { AssetsPage } from '@/features/context/assets/assets-page';

export const metadata = { title: 'Assets' };

export default function AssetsRoute() {
  return <Suspense fallback={null}><AssetsPage /></Suspense>;
}
