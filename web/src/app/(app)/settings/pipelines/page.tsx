import { PipelineSettings } from '@/features/settings/pipeline-settings';

export const metadata = { title: 'Pipelines' };

export default function PipelineSettingsPage() {
  return <PipelineSettings />;
}
