import { EyeOff, GitFork, History, Swords, type LucideIcon } from 'lucide-react';
import { Link } from '@/components/link';

interface Tool {
  href: string;
  icon: LucideIcon;
  label: string;
  /** What one does there, in a line. */
  text: string;
  permission?: string;
}

const tools: Tool[] = [
  { href: '/context/trees', icon: GitFork, label: 'Message trees', text: 'What we say of each product', permission: 'message_tree.read' },
  { href: '/context/battle', icon: Swords, label: 'Battle cards', text: 'What customers say of each competitor', permission: 'competitor.read' },
  { href: '/context/outdated', icon: History, label: 'Outdated uses', text: 'Where something still says what ended' },
  { href: '/context/clearances', icon: EyeOff, label: 'Who reads what', text: 'Sensitivities, and people in numbers' },
];

/** Pages that work with what is known. */
export function Tools({ may }: { may: (permission: string) => boolean }) {
  return (
    <nav aria-label="Work with it">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(260px,1fr))] gap-2">
        {tools.filter(t => !t.permission || may(t.permission)).map(({ href, icon: Icon, label, text }) => (
          <li key={href}>
            <Link href={href} className="flex h-full items-center gap-2.5 rounded-lg border border-line bg-raised px-3 py-2 shadow-e1 hover:border-line-strong hover:bg-subtle">
              <Icon aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
              <span className="min-w-0"><span className="block truncate text-sm font-medium">{label}</span><span className="block truncate text-xs text-fg-3">{text}</span></span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
