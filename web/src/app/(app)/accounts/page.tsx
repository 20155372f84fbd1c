import { Suspense } from 'react';
import { RecordList } from '@/features/records/record-list';

export const metadata = { title: 'Accounts' };

export default function AccountsPage() {
  return <Suspense fallback={null}><RecordList type="company" /></Suspense>;
}
