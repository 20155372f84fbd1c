import { Suspense } from 'react';
import { DealPage } from '@/features/deals/deal-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Deal' };

export default function DealRoute() {
  return <Suspense fallback={null}><DealPage /></Suspense>;
}
