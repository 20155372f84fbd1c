import { Suspense } from 'react';
import { OutdatedPage } from '@/features/context/outdated/outdated-page';

export const metadata = { title: 'Outdated uses' };

export default function OutdatedRoute() {
  return <Suspense fallback={null}><OutdatedPage /></Suspense>;
}
