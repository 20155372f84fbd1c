import { Suspense } from 'react';
import { RecordList } from '@/features/records/record-list';

export const metadata = { title: 'Deals' };

export default function DealsPage() {
  return <Suspense fallback={null}><RecordList type="deal" /></Suspense>;
}
