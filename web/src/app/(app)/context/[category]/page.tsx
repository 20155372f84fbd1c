import { Suspense } from 'react';
import { CategoryPage } from '@/features/context/entry/category-page';

export const generateStaticParams = () => [{ category: '_' }];
export const metadata = { title: 'Context' };

export default function CategoryRoute() {
  return <Suspense fallback={null}><CategoryPage /></Suspense>;
}
