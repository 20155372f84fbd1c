import { FileUp, GitFork, PenLine, type LucideIcon } from 'lucide-react';
import { Link } from '@/components/link';

const steps: { href: string; icon: LucideIcon; title: string; text: string; permission?: string }[] = [
  { href: '/context/entries/new?category=policy', icon: PenLine, title: 'Write the first policy', text: 'A discount that needs somebody, a term that finance decides. What it becomes is shown while you write.' },
  { href: '/context/entries/new?category=message_tree', icon: GitFork, title: 'Write what you say of a product', text: 'Problem, headline, value and the proof behind it, with who may be named.' },
  { href: '/imports', icon: FileUp, title: 'Import a table', text: 'Entries of any category from CSV or Excel; nothing is written before you have seen it.', permission: 'import.run' },
];

/** Ways to begin where nothing is known yet. */
export function FirstSteps({ may }: { may: (permission: string) => boolean }) {
  return (
    <section aria-label="Begin here" className="flex flex-col gap-3">
      <div>
        <h2 className="text-lg font-semibold">Nothing is written down yet</h2>
        <p className="max-w-[70ch] text-sm text-fg-2">Agents and colleagues rely on what stands here: what you say, what you allow, how you work. Begin with one of these, or open a category below.</p>
      </div>
      <ul className="grid grid-cols-3 gap-3 max-lg:grid-cols-1">
        {steps.filter(s => !s.permission || may(s.permission)).map(({ href, icon: Icon, title, text }) => (
          <li key={href} className="relative rounded-xl border border-line bg-subtle p-4 hover:border-line-strong">
            <Icon aria-hidden className="mb-2 size-4 stroke-[1.75] text-accent-text" />
            <h3 className="text-sm font-semibold"><Link href={href} className="after:absolute after:inset-0 after:rounded-xl">{title}</Link></h3>
            <p className="text-xs leading-[17px] text-fg-3">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
