import { ExportSettings } from '@/features/settings/export-settings';

export const metadata = { title: 'Whole workspace' };

export default function ExportsRoute() {
  return <ExportSettings />;
}
