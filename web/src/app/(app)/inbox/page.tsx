import { Suspense } from 'react';
import { InboxPage } from '@/features/intake/inbox-page';

export const metadata = { title: 'Inbox' };

export default function InboxRoute() {
  return <Suspense fallback={null}><InboxPage /></Suspense>;
}
