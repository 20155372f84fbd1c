import { Suspense } from 'react';
import { RecordPage } from '@/features/records/record-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Product' };

export default function ProductPage() {
  return <Suspense fallback={null}><RecordPage type="product" pattern="/products/[id]" /></Suspense>;
}
