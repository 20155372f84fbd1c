import { ClearancesPage } from '@/features/context/clearances/clearances-page';

export const metadata = { title: 'Who reads what' };

export default function ClearancesRoute() {
  return <ClearancesPage />;
}
