import { LanguageModelSettings } from '@/features/settings/intelligence/language-model-settings';

export const metadata = { title: 'Language model' };

export default function LanguageModelSettingsRoute() {
  return <LanguageModelSettings />;
}
