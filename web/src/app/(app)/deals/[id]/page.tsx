import { Suspense } from 'react';
import { RecordPage } from '@/features/records/record-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Deal' };

export default function DealPage() {
  return <Suspense fallback={null}><RecordPage type="deal" pattern="/deals/[id]" /></Suspense>;
}
