import { Suspense } from 'react';
import { ContactPage } from '@/features/contacts/contact-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Contact' };

export default function ContactRoute() {
  return <Suspense fallback={null}><ContactPage /></Suspense>;
}
