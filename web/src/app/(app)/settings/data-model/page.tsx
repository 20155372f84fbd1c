import { Suspense } from 'react';
import { DataModel } from '@/features/schema/data-model-page';
import { SettingsFrame } from '@/features/settings/settings-frame';

export const metadata = { title: 'Data model' };

export default function DataModelPage() {
  return (
    <SettingsFrame title="Data model" lead="What records hold: fields and record types of your own, beside the built-in ones." permission="workspace.read">
      <Suspense fallback={null}><DataModel /></Suspense>
    </SettingsFrame>
  );
}
