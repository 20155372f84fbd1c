import { QualityPage } from '@/features/quality/quality-page';

export const metadata = { title: 'Data quality' };

export default function DataQualityRoute() {
  return <QualityPage />;
}
