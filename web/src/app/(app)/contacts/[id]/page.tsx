import { Suspense } from 'react';
import { RecordPage } from '@/features/records/record-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Contact' };

export default function ContactPage() {
  return <Suspense fallback={null}><RecordPage type="contact" pattern="/contacts/[id]" /></Suspense>;
}
