import { TerritorySettings } from '@/features/settings/territory-settings';

export const metadata = { title: 'Territories' };

export default function TerritorySettingsPage() {
  return <TerritorySettings />;
}
