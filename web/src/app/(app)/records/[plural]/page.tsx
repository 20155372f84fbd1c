import { Suspense } from 'react';
import { AnyRecordList } from '@/features/records/any-record';

export const generateStaticParams = () => [{ plural: '_' }];
export const metadata = { title: 'Records' };

export default function RecordsPage() {
  return <Suspense fallback={null}><AnyRecordList /></Suspense>;
}
