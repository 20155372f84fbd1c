'use client';
import { FileUp, FilterX, Plus, Trash2 } from 'lucide-react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Button, buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/states';
import type { RecordType } from '@/lib/meta';
import { can, useSession } from '@/lib/session';
import type { ListPart } from '../record-list';
import type { View } from '../view';

interface NothingProps {
  type: RecordType;
  part?: ListPart;
  view: View;
  filtered: boolean;
  onReset: () => void;
  onCreate?: () => void;
}

/** Where a list has no rows: why, and what to do about it. */
export function Nothing({ type, part, view, filtered, onReset, onCreate }: NothingProps) {
  const session = useSession().data;
  const many = type.label_plural.toLowerCase();
  if (filtered) {
    return <EmptyState icon={FilterX} title={`No ${many} match`} action={<Button onClick={onReset}>Clear filter</Button>}>Nothing fits all of the conditions above.</EmptyState>;
  }
  if (view.bin) return <EmptyState icon={Trash2} title="The bin is empty">What you delete waits here and can be restored.</EmptyState>;
  const Icon = (props: object) => <RecordIcon type={type.name} {...props} />;
  return (
    <EmptyState icon={Icon as never} title={part?.empty?.title ?? `No ${many} yet`} action={onCreate && <><Button variant="primary" onClick={onCreate}><Plus />{part?.createLabel ?? `New ${type.label.toLowerCase()}`}</Button>{!part && can(session, 'import.run') && <Link href="/imports" className={buttonStyle()}><FileUp />Import files</Link>}</>}>
      {part?.empty?.text ?? `Create the first one, import a file, or tell the chat what happened: ${many} appear here.`}
    </EmptyState>
  );
}
