import { Suspense } from 'react';
import { RecordPage } from '@/features/records/record-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Feedback' };

export default function FeedbackPage() {
  return <Suspense fallback={null}><RecordPage type="feedback" pattern="/feedback/[id]" /></Suspense>;
}
