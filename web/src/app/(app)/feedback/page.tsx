import { Suspense } from 'react';
import { RecordList } from '@/features/records/record-list';

export const metadata = { title: 'Feedback' };

export default function FeedbackPage() {
  return <Suspense fallback={null}><RecordList type="feedback" /></Suspense>;
}
