import { Suspense } from 'react';
import { SetPage } from '@/features/import/set-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Import' };

export default function ImportSetRoute() {
  return <Suspense fallback={null}><SetPage /></Suspense>;
}
