import { TransferSettings } from '@/features/settings/transfer-settings';

export const metadata = { title: 'Export and import' };

export default function TransferSettingsRoute() {
  return <TransferSettings />;
}
