import { Suspense } from 'react';
import { RecordRoute } from '../../record-route';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Task' };

export default function TaskPage() {
  return <Suspense fallback={null}><RecordRoute type="task" pattern="/tasks/[id]" /></Suspense>;
}
