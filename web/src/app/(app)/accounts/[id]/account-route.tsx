'use client';
import dynamic from 'next/dynamic';
import { SkeletonRows } from '@/components/ui/skeleton';
import { AccountPage } from '@/features/account/account-page';

const Messages = dynamic(() => import('@/features/context/tree/account/account-messages').then(m => m.AccountMessages), { ssr: false, loading: () => <SkeletonRows /> });

/** Features do not know each other; what we say to the account is given from here. */
export function AccountWithMessages() {
  return <AccountPage messages={Messages} />;
}
