import { Suspense } from 'react';
import { RecordRoute } from '../../record-route';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Objection' };

export default function ObjectionPage() {
  return <Suspense fallback={null}><RecordRoute type="objection" pattern="/objections/[id]" /></Suspense>;
}
