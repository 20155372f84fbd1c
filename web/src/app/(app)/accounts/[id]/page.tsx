import { Suspense } from 'react';
import { AccountPage } from '@/features/account/account-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Account' };

export default function AccountRoute() {
  return <Suspense fallback={null}><AccountPage /></Suspense>;
}
