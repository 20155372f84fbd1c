import { TokenSettings } from '@/features/settings/token-settings';

export const metadata = { title: 'API tokens' };

export default function TokenSettingsPage() {
  return <TokenSettings />;
}
