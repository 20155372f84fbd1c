import { Suspense } from 'react';
import { RecordList } from '@/features/records/record-list';

export const metadata = { title: 'Contacts' };

export default function ContactsPage() {
  return <Suspense fallback={null}><RecordList type="contact" /></Suspense>;
}
