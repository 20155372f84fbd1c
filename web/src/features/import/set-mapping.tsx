'use client';
import { ArrowRight, CircleQuestionMark, Link2, X } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { toast } from '@/components/ui/toast';
import type { RecordType } from '@/lib/meta';
import { messageOf, Problem } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { FileRail } from './file-rail';
import { imports, importSets, type Import, type ImportSet } from './import-api';
import { afterMapping, datesOf, missingAnswer, openQuestions, sentMapping } from './mapping';
import { MappingStep } from './mapping-step';
import { SetNotes } from './set-notes';
import { SetQuestions } from './set-questions';
import { useMappings } from './use-mapping';

export interface SetStepProps {
  set: ImportSet;
  file: Import;
  types: RecordType[];
  onPick: (id: string) => void;
}

/** What of one file refers to records of another, or to what is there already. */
function Associations({ set, file }: { set: ImportSet; file: Import }) {
  const own = set.associations.filter(a => a.import_id === file.id);
  if (own.length === 0) return null;
  return (
    <section aria-label="Links to other records">
      <SectionTitle className="mb-1.5">Links to other records</SectionTitle>
      <Card>
        <ul className="divide-y">
          {own.map(a => (
            <li key={a.column + a.field} className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-0.5 px-3.5 py-1.5 text-sm">
              <Link2 aria-hidden className="size-4 shrink-0 text-fg-3" />
              <span className="font-medium">{a.column}</span>
              <ArrowRight aria-hidden className="size-3.5 text-fg-3" />
              <span>{a.label}</span>
              <span className="text-fg-3">{a.from_file ? `found in ${a.from_file} and in the workspace` : 'found in the workspace'}</span>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

/** Each file with its columns; nothing is asked twice, and the files are checked together. */
export function SetMapping({ set, file, types, onPick, onChecked }: SetStepProps & { onChecked: () => void }) {
  const client = useQueryClient();
  const mappings = useMappings();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const type = types.find(t => t.name === file.record_type);
  const put = (next: ImportSet) => client.setQueryData(keys.importSet(set.id), next);
  const putFile = (next: Import) => {
    const now = client.getQueryData<ImportSet>(keys.importSet(set.id)) ?? set;
    put({ ...now, imports: now.imports.map(i => (i.id === next.id ? next : i)) });
    // What a file refers to depends on how the others are read.
    void client.invalidateQueries({ queryKey: keys.importSet(set.id) });
  };
  const missing = (f: Import) => {
    const of = types.find(t => t.name === f.record_type);
    return of ? missingAnswer(f, of, mappings.of(f)) : null;
  };
  const asks = (f: Import) => datesOf(f, mappings.of(f)).length + openQuestions(f.choice_questions, mappings.of(f)).reduce((sum, q) => sum + q.values.length, 0);
  const unseen = set.imports.find(f => f.id !== file.id && !seen.has(f.id) && (asks(f) > 0 || missing(f)));
  const blocked = set.imports.find(f => missing(f));
  const go = (id: string) => {
    setSeen(new Set(seen).add(file.id));
    onPick(id);
  };
  const check = useMutation({
    mutationFn: async () => {
      for (const f of set.imports) {
        if (!mappings.touched(f) && f.mapping) continue;
        const mapping = mappings.of(f);
        const answer = await imports.map(f.id, sentMapping(mapping)).catch((error: unknown) => {
          onPick(f.id);
          throw error;
        });
        const after = afterMapping(mapping, answer);
        if (answer && after.asks) {
          mappings.change(f, () => after.mapping);
          putFile(answer);
          onPick(f.id);
          return;
        }
      }
      put(await importSets.dryRun(set.id));
      mappings.forget();
      onChecked();
    },
  });
  const leave = useMutation({ mutationFn: (id: string) => importSets.leaveOut(set.id, id), onSuccess: put, onError: toast.error });
  const told = missing(file);
  return (
    <div className="flex gap-6 max-lg:flex-col max-lg:gap-4">
      <FileRail
        files={set.imports}
        active={file.id}
        types={types}
        onPick={go}
        mark={f => (missing(f) || (asks(f) > 0 && !seen.has(f.id) && f.id !== file.id) ? <CircleQuestionMark role="img" aria-label="Has questions" className="size-4 shrink-0 text-amber-text" /> : null)}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-5">
        {set.imports.length > 1 && (
          <div className="flex items-center gap-2">
            <h2 className="min-w-0 flex-1 truncate text-lg font-semibold">{file.file_name}</h2>
            <Button variant="ghost" busy={leave.isPending} onClick={() => leave.mutate(file.id)}><X />Leave this file out</Button>
          </div>
        )}
        {type && <MappingStep key={file.id} of={file} type={type} mapping={mappings.of(file)} onMapping={act => mappings.change(file, act)} wrong={check.error instanceof Problem ? check.error.byField() : {}} onImport={putFile} />}
        <Associations set={set} file={file} />
        <SetQuestions set={set} types={types} onSet={put} />
        <SetNotes notes={set.notes} />
        <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-3 border-t bg-surface py-3">
          {unseen ? (
            <Button variant="primary" size="md" disabled={told !== null} onClick={() => go(unseen.id)}>Next: {unseen.file_name}<ArrowRight /></Button>
          ) : (
            <Button variant="primary" size="md" busy={check.isPending} disabled={blocked !== undefined} onClick={() => check.mutate()}>See what would change</Button>
          )}
          <p role="status" className="text-sm text-fg-3">
            {told ?? (blocked && !unseen && `${blocked.file_name}: ${missing(blocked)}`)}
            {check.isError && <span className="text-red-text">{messageOf(check.error)}</span>}
          </p>
        </div>
      </div>
    </div>
  );
}
