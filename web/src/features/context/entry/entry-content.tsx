'use client';
import { FilePenLine } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState, ErrorState } from '@/components/ui/states';
import type { AnyRecord } from '@/lib/records-api';
import type { KindInfo } from '../context-api';
import { isEmpty, type Details } from './details';
import { DetailsView } from './details-view';
import { MarkdownView } from './markdown-view';

interface EntryContentProps {
  record: AnyRecord;
  kind: KindInfo | undefined;
  failed: unknown;
  onEdit?: () => void;
}

/** What the entry says: its typed details and its text. */
export function EntryContent({ record, kind, failed, onEdit }: EntryContentProps) {
  const details = (record.details ?? {}) as Details;
  const body = typeof record.body === 'string' ? record.body.trim() : '';
  const has = Object.values(details).some(v => !isEmpty(v));
  return (
    <div className="mx-auto flex w-full max-w-[820px] flex-col gap-5 p-5 max-md:p-3.5">
      {failed && !kind ? <ErrorState error={failed} /> : null}
      {!has && !body && (
        <EmptyState icon={FilePenLine} title="Nothing but a title yet" action={onEdit && <Button onClick={onEdit}>Write it</Button>}>
          The title alone tells agents and colleagues little.
        </EmptyState>
      )}
      {has && <Card className="px-5 py-4 max-md:px-4"><DetailsView fields={kind?.fields ?? []} details={details} /></Card>}
      {body && <Card className="px-5 py-4 max-md:px-4"><MarkdownView text={body} /></Card>}
    </div>
  );
}
