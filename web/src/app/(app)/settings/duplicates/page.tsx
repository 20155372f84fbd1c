import { DuplicateSettings } from '@/features/settings/duplicate-settings';

export const metadata = { title: 'Duplicates' };

export default function DuplicateSettingsRoute() {
  return <DuplicateSettings />;
}
