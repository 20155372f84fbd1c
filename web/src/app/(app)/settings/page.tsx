import { WorkspaceSettings } from '@/features/settings/workspace-settings';

export const metadata = { title: 'Workspace' };

export default function WorkspaceSettingsPage() {
  return <WorkspaceSettings />;
}
