import { ExchangeRateSettings } from '@/features/settings/exchange-rate-settings';

export const metadata = { title: 'Exchange rates' };

export default function ExchangeRateSettingsPage() {
  return <ExchangeRateSettings />;
}
