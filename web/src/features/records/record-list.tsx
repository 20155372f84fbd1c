'use client';
import { PageHeader } from '@/components/page-header';
import { useType } from '@/lib/meta';

export function RecordList({ type: name }: { type: string }) {
  const type = useType(name);
  return <PageHeader title={type?.label_plural ?? ''} />;
}
