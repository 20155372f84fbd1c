import { ImportsPage } from '@/features/import/imports-page';

export const metadata = { title: 'Import' };

export default function ImportsRoute() {
  return <ImportsPage />;
}
