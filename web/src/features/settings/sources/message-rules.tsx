'use client';
import { SettingsFrame } from '../settings-frame';
import { AliasList } from './alias-list';
import { RetentionForm } from './retention-form';
import { UntrackedList } from './untracked-list';

/** What holds for messages of every source. */
export function MessageRules() {
  return (
    <SettingsFrame title="Message rules" lead="Who counts as whom, of whom nothing is kept, and for how long words are." permission="connections.manage">
      <AliasList />
      <UntrackedList />
      <RetentionForm />
    </SettingsFrame>
  );
}
