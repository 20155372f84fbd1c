'use client';
import { importSets, type ImportSet } from './import-api';
import { ProgressCard } from './progress-card';
import { useAct } from './use-act';

export function SetRunning({ set }: { set: ImportSet }) {
  const act = useAct();
  const state = set.status === 'checking' ? 'checking' : set.status === 'paused' ? 'paused' : 'running';
  const { file, files, file_name: name } = set.progress ?? {};
  const turn = state === 'paused' ? () => act.mutate(() => importSets.run(set.id)) : () => act.mutate(() => importSets.pause(set.id));
  return (
    <ProgressCard
      state={state}
      progress={set.progress}
      file={name && files && files > 1 ? `${name}, file ${file} of ${files}` : undefined}
      rows={set.imports.reduce((sum, i) => sum + i.row_count, 0)}
      busy={act.isPending}
      onTurn={(state === 'paused' ? set.can.run : set.can.pause) ? turn : undefined}
      onCancel={set.can.cancel ? () => act.mutate(() => importSets.cancel(set.id)) : undefined}
    />
  );
}
