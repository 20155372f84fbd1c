import { Waypoints } from 'lucide-react';
import { Link } from '@/components/link';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/states';

/** A workspace, or a period, in which nothing has happened. */
export function NoEvents({ filtered, onClear }: { filtered?: boolean; onClear?: () => void }) {
  if (filtered) {
    return (
      <EmptyState icon={Waypoints} title="No events in this period" action={onClear && <button type="button" className={buttonStyle()} onClick={onClear}>Show the last 12 months</button>}>
        Choose a longer period, or take a filter away.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Waypoints} title="No events yet" action={<><Link href="/deals" className={buttonStyle({ variant: 'primary' })}>Open deals</Link><Link href="/imports" className={buttonStyle()}>Import files</Link></>}>
      Deals that move, accounts that change and events that your site sends are counted here.
    </EmptyState>
  );
}
