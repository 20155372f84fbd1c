import { Suspense } from 'react';
import { SearchPage } from '@/features/search/search-page';

export const metadata = { title: 'Search' };

export default function SearchRoute() {
  return <Suspense fallback={null}><SearchPage /></Suspense>;
}
