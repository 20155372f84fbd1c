import { PromptLog } from '@/features/settings/intelligence/prompt-log';

export const metadata = { title: 'Prompt log' };

export default function PromptLogRoute() {
  return <PromptLog />;
}
