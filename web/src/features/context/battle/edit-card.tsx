'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Textarea } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { isConflict, messageOf } from '@/lib/problem';
import type { AnyRecord } from '@/lib/records-api';
import { useCommandKey } from '@/lib/use-media';
import { entryKey, refreshContext, writeEntry } from '../context-api';
import { cleaned, type Details } from '../entry/details';
import { DetailInput } from '../entry/detail-input';
import { tellOutcome } from '../entry/status-actions';
import { entryType } from '../names';
import { partLabels, parts } from './battle-text';

interface EditCardProps {
  entry: AnyRecord;
  onDone: () => void;
}

/** The written part, changed beside what is on record. */
export function EditCard({ entry, onDone }: EditCardProps) {
  const client = useQueryClient();
  const format = useFormats();
  const command = useCommandKey();
  const [details, setDetails] = useState<Details>((entry.details ?? {}) as Details);
  const [body, setBody] = useState(typeof entry.body === 'string' ? entry.body : '');
  const save = useMutation({
    mutationFn: () => writeEntry(entry.id, entry.version, { details: cleaned(details), body: body.trim() || null }),
    onSuccess: outcome => {
      if (outcome.kind !== 'waits') client.setQueryData(entryKey(entry.id), outcome.record);
      tellOutcome(outcome, 'Saved');
      refreshContext(client);
      onDone();
    },
  });
  return (
    <section aria-label="The card">
      <SectionTitle className="mb-1.5" aside={<Link href={`${recordPath(entryType, entry.id)}?edit=1`} className="hover:text-fg hover:underline">All fields</Link>}>The card</SectionTitle>
      <Card>
        <form
          className="flex flex-col gap-4 px-4 py-3.5"
          onSubmit={e => {
            e.preventDefault();
            if (!save.isPending) save.mutate();
          }}
          onKeyDown={e => {
            if (e.key === 'Enter' && (e.metaKey || e.ctrlKey)) {
              e.preventDefault();
              if (!save.isPending) save.mutate();
            }
            if (e.key === 'Escape' && !save.isPending) onDone();
          }}
        >
          {parts.map(part => (
            <DetailInput
              key={part}
              field={{ name: part, label: partLabels[part], type: 'list', required: false, choices: [], ref: null, parts: [], help: null }}
              value={details[part]}
              onChange={value => setDetails(all => ({ ...all, [part]: value }))}
              format={format}
              people={[]}
              refs={[]}
            />
          ))}
          <label className="flex flex-col gap-1 text-xs font-medium text-fg-2">
            Text, in Markdown
            <Textarea rows={6} value={body} onChange={e => setBody(e.target.value)} />
          </label>
          {save.error && (
            <p role="alert" className="rounded-lg bg-red-soft px-3 py-2 text-sm text-red-text">
              {messageOf(save.error)}{isConflict(save.error) && ' What you wrote is still here: copy it, then cancel and edit again.'}
            </p>
          )}
          <div className="flex items-center gap-2">
            <Button variant="primary" type="submit" busy={save.isPending}>Save</Button>
            <Button variant="ghost" onClick={onDone}>Cancel</Button>
            <span aria-hidden className="ml-auto text-2xs text-fg-3 max-md:hidden"><Kbd>{command}</Kbd> <Kbd>Enter</Kbd></span>
          </div>
        </form>
      </Card>
    </section>
  );
}
