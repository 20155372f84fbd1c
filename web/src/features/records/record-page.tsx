'use client';
import { PageHeader } from '@/components/page-header';
import { useType } from '@/lib/meta';
import { useRouteParams } from '@/lib/route';

export function RecordPage({ type: name, pattern }: { type: string; pattern: string }) {
  const { id } = useRouteParams(pattern);
  const type = useType(name);
  return <PageHeader title={`${type?.label ?? ''} ${id}`} />;
}
