import { Suspense } from 'react';
import { LinkPage } from '@/features/auth/link-page';

export const metadata = { title: 'Welcome' };

export default function Link() {
  return <Suspense fallback={null}><LinkPage /></Suspense>;
}
