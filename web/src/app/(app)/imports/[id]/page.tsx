import { Suspense } from 'react';
import { ImportPage } from '@/features/import/import-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Import' };

export default function ImportRoute() {
  return <Suspense fallback={null}><ImportPage /></Suspense>;
}
