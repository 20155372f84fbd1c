import { Suspense } from 'react';
import { ProductPage } from '@/features/products/product-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Product' };

export default function ProductRoute() {
  return <Suspense fallback={null}><ProductPage /></Suspense>;
}
