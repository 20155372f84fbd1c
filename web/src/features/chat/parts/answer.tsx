import dynamic from 'next/dynamic';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { recordPath } from '@/lib/record-routes';
import type { Cited } from '../part';

const ContextAnswer = dynamic(() => import('./context-answer').then(m => m.ContextAnswer), { ssr: false });

export function Answer({ text, records, open }: { text: string; records: Cited[]; open?: boolean }) {
  const quoted = records.filter(r => r.quote);
  if (quoted.length > 0) return <ContextAnswer cited={quoted} open={open} />;
  return (
    <div className="px-0.5 text-sm">
      <p className="whitespace-pre-wrap break-words leading-[21px]">{text}</p>
      {records.length > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-1 text-2xs text-fg-3">
          Based on
          {records.map(r => (
            <Link
              key={r.id}
              href={recordPath(r.type, r.id)}
              className="inline-flex h-5 items-center gap-1 rounded-sm border border-line bg-raised px-1.5 font-medium text-fg-2 hover:border-line-strong"
            >
              <RecordIcon type={r.type} className="size-3 text-fg-3" />
              {r.title}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
