import { Suspense } from 'react';
import { RecordPage } from '@/features/records/record-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Account' };

export default function AccountPage() {
  return <Suspense fallback={null}><RecordPage type="company" pattern="/accounts/[id]" /></Suspense>;
}
