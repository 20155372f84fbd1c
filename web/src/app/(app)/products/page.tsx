import { Suspense } from 'react';
import { RecordList } from '@/features/records/record-list';

export const metadata = { title: 'Products' };

export default function ProductsPage() {
  return <Suspense fallback={null}><RecordList type="product" /></Suspense>;
}
