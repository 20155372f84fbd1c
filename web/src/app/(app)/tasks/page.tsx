import { Suspense } from 'react';
import { RecordList } from '@/features/records/record-list';

export const metadata = { title: 'Tasks' };

export default function TasksPage() {
  return <Suspense fallback={null}><RecordList type="task" /></Suspense>;
}
