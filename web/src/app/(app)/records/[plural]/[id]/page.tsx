import { Suspense } from 'react';
import { AnyRecordPage } from '@/features/records/any-record';

export const generateStaticParams = () => [{ plural: '_', id: '_' }];
export const metadata = { title: 'Record' };

export default function OneRecordPage() {
  return <Suspense fallback={null}><AnyRecordPage /></Suspense>;
}
