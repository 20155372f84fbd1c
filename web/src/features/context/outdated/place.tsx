import { ExternalLink } from 'lucide-react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { recordPath } from '@/lib/record-routes';
import { words } from '../entry/details';
import { safeHref } from '../entry/markdown';
import type { UsePlace } from './outdated-api';

/** Where something was said: a record here, an address elsewhere, or only a name. */
export function Place({ use }: { use: UsePlace }) {
  const label = use.in.label || words(use.in.kind);
  if (use.in.record_type && use.in.record_id) {
    return <Link href={recordPath(use.in.record_type, use.in.record_id)} className="inline-flex max-w-full items-center gap-1.5 hover:underline"><RecordIcon type={use.in.record_type} className="size-4 shrink-0 text-fg-3" /><span className="truncate">{label}</span></Link>;
  }
  const href = use.in.url ? safeHref(use.in.url) : null;
  return href ? <a href={href} target="_blank" rel="noreferrer" className="inline-flex max-w-full items-center gap-1.5 hover:underline"><ExternalLink aria-hidden className="size-4 shrink-0 text-fg-3" /><span className="truncate">{label}</span></a> : <>{label}</>;
}
