import { Suspense } from 'react';
import { AccountWithMessages } from './account-route';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Account' };

export default function AccountRoute() {
  return <Suspense fallback={null}><AccountWithMessages /></Suspense>;
}
