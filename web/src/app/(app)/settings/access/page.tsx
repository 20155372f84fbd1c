import { AccessSettings } from '@/features/settings/access-settings';

export const metadata = { title: 'Who sees what' };

export default function AccessSettingsPage() {
  return <AccessSettings />;
}
