import { Suspense } from 'react';
import { RecordPage } from '@/features/records/record-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Objection' };

export default function ObjectionPage() {
  return <Suspense fallback={null}><RecordPage type="objection" pattern="/objections/[id]" /></Suspense>;
}
