import { ConnectionSettings } from '@/features/settings/sources/connection-settings';

export const metadata = { title: 'Connections' };

export default function ConnectionSettingsPage() {
  return <ConnectionSettings />;
}
