import { Suspense } from 'react';
import { EntryRoute } from '../entry-route';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Entry' };

export default function OneEntryRoute() {
  return <Suspense fallback={null}><EntryRoute /></Suspense>;
}
