import { FileUp, MessageCircleQuestion, PenLine, Sprout, type LucideIcon } from 'lucide-react';
import { Link } from '@/components/link';

const steps: { href: string; icon: LucideIcon; title: string; text: string; permission?: string }[] = [
  { href: '/context/setup', icon: Sprout, title: 'Begin with a set', text: 'A starter set for any company, or an invented one to look around in. Taken back with one click.' },
  { href: '/context/setup?questions', icon: MessageCircleQuestion, title: 'Answer ten questions', text: 'What you sell, for whom, what you allow. Each answer becomes an entry beside it.' },
  { href: '/context/setup', icon: FileUp, title: 'Bring what you have', text: 'Handbooks, decks, pages and tables are cut at their headings and proposed as drafts.' },
  { href: '/context/entries/new?category=policy', icon: PenLine, title: 'Write the first policy', text: 'A discount that needs somebody, a term that finance decides. What it becomes is shown while you write.' },
];

/** Ways to begin where nothing is known yet. */
export function FirstSteps({ may }: { may: (permission: string) => boolean }) {
  return (
    <section aria-label="Begin here" className="flex flex-col gap-3">
      <div>
        <h2 className="text-lg font-semibold">Nothing is written down yet</h2>
        <p className="max-w-[70ch] text-sm text-fg-2">Agents and colleagues rely on what stands here: what you say, what you allow, how you work. Begin with one of these, or open a category below.</p>
      </div>
      <ul className="grid grid-cols-4 gap-3 max-xl:grid-cols-2 max-sm:grid-cols-1">
        {steps.filter(s => !s.permission || may(s.permission)).map(({ href, icon: Icon, title, text }) => (
          <li key={title} className="relative rounded-xl border border-line bg-subtle p-4 hover:border-line-strong">
            <Icon aria-hidden className="mb-2 size-4 stroke-[1.75] text-accent-text" />
            <h3 className="text-sm font-semibold"><Link href={href} className="after:absolute after:inset-0 after:rounded-xl">{title}</Link></h3>
            <p className="text-xs leading-[17px] text-fg-3">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
