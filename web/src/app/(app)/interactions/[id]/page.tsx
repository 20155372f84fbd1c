import { Suspense } from 'react';
import { RecordRoute } from '../../record-route';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Interaction' };

export default function InteractionPage() {
  return <Suspense fallback={null}><RecordRoute type="interaction" pattern="/interactions/[id]" /></Suspense>;
}
