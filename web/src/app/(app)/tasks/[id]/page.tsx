import { Suspense } from 'react';
import { RecordPage } from '@/features/records/record-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Task' };

export default function TaskPage() {
  return <Suspense fallback={null}><RecordPage type="task" pattern="/tasks/[id]" /></Suspense>;
}
