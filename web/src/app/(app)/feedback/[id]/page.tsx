import { Suspense } from 'react';
import { RecordRoute } from '../../record-route';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Feedback' };

export default function FeedbackPage() {
  return <Suspense fallback={null}><RecordRoute type="feedback" pattern="/feedback/[id]" /></Suspense>;
}
