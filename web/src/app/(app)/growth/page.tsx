import { FunnelPage } from '@/features/growth/funnel-page';

export const metadata = { title: 'Growth' };

export default function GrowthRoute() {
  return <FunnelPage />;
}
