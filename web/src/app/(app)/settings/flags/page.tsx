import { FlagSettings } from '@/features/settings/flag-settings';

export const metadata = { title: 'Features' };

export default function FlagSettingsPage() {
  return <FlagSettings />;
}
