'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { listPath } from '@/lib/record-routes';
import { can, useSession } from '@/lib/session';
import { RecordIcon } from '../record-icon';
import { Menu, MenuItem } from '../ui/menu';

const kinds = [
  ['company', 'Account'], ['contact', 'Contact'], ['deal', 'Deal'], ['product', 'Product'],
  ['interaction', 'Interaction'], ['objection', 'Objection'], ['feedback', 'Feedback'], ['task', 'Task'],
] as const;

export function CreateMenu({ onNavigate }: { onNavigate: () => void }) {
  const router = useRouter();
  const session = useSession().data;
  const create = (type: string) => {
    onNavigate();
    router.push(`${listPath(type)}?create=1`);
  };
  return (
    <Menu
      label="Create"
      trigger={
        <button type="button" aria-label="Create new" className="grid size-7 place-items-center rounded-md border border-line bg-raised text-fg-2 shadow-e1 hover:text-fg max-md:size-9 [&_svg]:size-4">
          <Plus />
        </button>
      }
    >
      {kinds.map(([type, label]) => (
        <MenuItem key={type} onSelect={() => create(type)} disabled={!can(session, `${type}.create`)}>
          <RecordIcon type={type} />
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
