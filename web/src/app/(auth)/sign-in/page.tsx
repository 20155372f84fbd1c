import { Suspense } from 'react';
import { SignInPage } from '@/features/auth/sign-in-page';

export const metadata = { title: 'Sign in' };

export default function SignIn() {
  return <Suspense fallback={null}><SignInPage /></Suspense>;
}
