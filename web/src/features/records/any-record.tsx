'use client';
import { useRouteParams } from '@/lib/route';
import { useType } from '@/lib/meta';
import dynamic from 'next/dynamic';

const RecordList = dynamic(() => import('./record-list').then(m => m.RecordList));
const RecordPage = dynamic(() => import('./record-page').then(m => m.RecordPage));

/** Pages of record types that have no address of their own. */
export function AnyRecordList() {
  const { plural = '' } = useRouteParams('/records/[plural]');
  return <RecordList key={plural} type={plural} />;
}

export function AnyRecordPage() {
  const { plural = '' } = useRouteParams('/records/[plural]/[id]');
  const type = useType(plural);
  return <RecordPage type={type?.name ?? plural} pattern="/records/[plural]/[id]" />;
}
