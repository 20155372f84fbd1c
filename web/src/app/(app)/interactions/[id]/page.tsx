import { Suspense } from 'react';
import { RecordPage } from '@/features/records/record-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Interaction' };

export default function InteractionPage() {
  return <Suspense fallback={null}><RecordPage type="interaction" pattern="/interactions/[id]" /></Suspense>;
}
