import { Suspense } from 'react';
import { RecordList } from '@/features/records/record-list';

export const metadata = { title: 'Interactions' };

export default function InteractionsPage() {
  return <Suspense fallback={null}><RecordList type="interaction" /></Suspense>;
}
