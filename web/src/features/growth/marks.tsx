import { Clock, EyeOff } from 'lucide-react';
import { Badge } from '@/components/ui/badge';

/** What has to be known to read the figures of a page. */
export function Marks({ whole, open, windowOpen }: { whole: boolean; open?: boolean; windowOpen?: boolean }) {
  if (whole && !open && !windowOpen) return null;
  return (
    <div className="flex flex-wrap gap-1.5">
      {!whole && <Badge tone="neutral"><EyeOff aria-hidden />Counts what you may see</Badge>}
      {open ? <Badge tone="amber"><Clock aria-hidden />The period is not over</Badge> : windowOpen && <Badge tone="amber"><Clock aria-hidden />The last ones may still get further</Badge>}
    </div>
  );
}
