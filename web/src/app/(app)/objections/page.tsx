import { Suspense } from 'react';
import { RecordList } from '@/features/records/record-list';

export const metadata = { title: 'Objections' };

export default function ObjectionsPage() {
  return <Suspense fallback={null}><RecordList type="objection" /></Suspense>;
}
