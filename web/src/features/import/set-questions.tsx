'use client';
import { useMutation } from '@tanstack/react-query';
import { FileQuestion, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { RecordType } from '@/lib/meta';
import { can, useSession } from '@/lib/session';
import { importSets, type ImportSet } from './import-api';

interface SetQuestionsProps {
  set: ImportSet;
  types: RecordType[];
  onSet: (next: ImportSet) => void;
}

/** Files of which nobody knows yet what their rows are. */
export function SetQuestions({ set, types, onSet }: SetQuestionsProps) {
  const session = useSession().data;
  const answer = useMutation({
    mutationFn: ({ file, type }: { file: string; type: string | null }) => (type ? importSets.answer(set.id, file, type) : importSets.leaveFileOut(set.id, file)),
    onSuccess: next => onSet(next),
    onError: toast.error,
  });
  const asked = set.notes.filter(n => n.file_id);
  if (asked.length === 0) return null;
  const kinds = types.filter(t => t.operations.includes('create') && can(session, `${t.name}.create`)).map(t => ({ value: t.name, label: t.name === 'company' ? 'Accounts' : t.label_plural }));
  return (
    <ul aria-label="Files that nobody knows" className="flex flex-col gap-2">
      {asked.map(n => (
        <li key={n.file_id} className="flex flex-wrap items-center gap-2 rounded-lg border px-3 py-2 text-sm">
          <FileQuestion aria-hidden className="size-4 shrink-0 stroke-[1.75] text-amber-text" />
          <span className="min-w-0 flex-1 basis-60"><span className="font-medium">{n.file_name}</span> <span className="text-fg-2">{n.text}</span></span>
          <Select
            aria-label={`What are the rows of ${n.file_name}?`}
            className="w-44"
            placeholder="Its rows are…"
            disabled={answer.isPending}
            value=""
            options={kinds}
            onChange={e => e.target.value && n.file_id && answer.mutate({ file: n.file_id, type: e.target.value })}
          />
          <Button variant="ghost" disabled={answer.isPending} onClick={() => n.file_id && answer.mutate({ file: n.file_id, type: null })}><X />Leave it out</Button>
        </li>
      ))}
    </ul>
  );
}
