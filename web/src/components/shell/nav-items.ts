import { BookOpen, Bot, BriefcaseBusiness, CircleCheck, CircleDot, CopyCheck, FolderKanban, FileUp, GitFork, House, Images, Inbox, ListChecks, Search, ShieldCheck, MessagesSquare, Building2, UserRound, Handshake, Package, Phone, ShieldAlert, ThumbsUp, ScrollText, SpellCheck, Swords, Receipt, Tag, ChartNoAxesCombined, type LucideIcon } from 'lucide-react';

export interface NavItem {
  label: string;
  href: string;
  icon: LucideIcon;
  /** Hidden where the session lacks it. */
  permission?: string;
  /** Second key after "g". */
  key?: string;
}

export interface NavGroup {
  title?: string;
  items: NavItem[];
}

export const navigation: NavGroup[] = [
  {
    items: [
      { label: 'Home', href: '/', icon: House, key: 'h' },
      { label: 'My work', href: '/my-work', icon: BriefcaseBusiness, permission: 'task.read', key: 'w' },
      { label: 'Inbox', href: '/inbox', icon: Inbox, permission: 'intake.read', key: 'n' },
      { label: 'Review', href: '/review', icon: ListChecks, key: 'r' },
      { label: 'Tasks', href: '/tasks', icon: CircleCheck, permission: 'task.read', key: 't' },
      { label: 'Chat', href: '/chat', icon: MessagesSquare, key: 'm' },
    ],
  },
  {
    title: 'Go to market',
    items: [
      { label: 'Accounts', href: '/accounts', icon: Building2, permission: 'company.read', key: 'a' },
      { label: 'Contacts', href: '/contacts', icon: UserRound, permission: 'contact.read', key: 'c' },
      { label: 'Deals', href: '/deals', icon: Handshake, permission: 'deal.read', key: 'd' },
      { label: 'Products', href: '/products', icon: Package, permission: 'product.read', key: 'p' },
      { label: 'Growth', href: '/growth', icon: ChartNoAxesCombined, permission: 'journey_stage.read', key: 'l' },
      { label: 'Price book', href: '/records/price_book_entries', icon: Tag, permission: 'price_book_entry.read' },
      { label: 'Quotes', href: '/records/quotes', icon: Receipt, permission: 'quote.read' },
    ],
  },
  {
    title: 'Plan',
    items: [
      { label: 'Projects', href: '/records/projects', icon: FolderKanban, permission: 'project.read', key: 'j' },
      { label: 'Issues', href: '/records/issues', icon: CircleDot, permission: 'issue.read', key: 's' },
    ],
  },
  {
    title: 'What customers say',
    items: [
      { label: 'Interactions', href: '/interactions', icon: Phone, permission: 'interaction.read', key: 'i' },
      { label: 'Objections', href: '/objections', icon: ShieldAlert, permission: 'objection.read', key: 'o' },
      { label: 'Feedback', href: '/feedback', icon: ThumbsUp, permission: 'feedback.read', key: 'f' },
    ],
  },
  {
    title: 'What we know',
    items: [
      { label: 'Context', href: '/context', icon: BookOpen, permission: 'context_entry.read', key: 'k' },
      { label: 'Message trees', href: '/context/trees', icon: GitFork, permission: 'message_tree.read' },
      { label: 'Battle cards', href: '/context/battle', icon: Swords, permission: 'competitor.read', key: 'b' },
      { label: 'Check a text', href: '/context/check', icon: SpellCheck, permission: 'context_entry.read', key: 'v' },
      { label: 'Agents', href: '/agents', icon: Bot, permission: 'company.read' },
      { label: 'Assets', href: '/context/assets', icon: Images, permission: 'file.read', key: 'x' },
    ],
  },
  {
    title: 'Data',
    items: [
      { label: 'Search', href: '/search', icon: Search, key: 'q' },
      { label: 'Import', href: '/imports', icon: FileUp, permission: 'import.run' },
      { label: 'Duplicates', href: '/duplicates', icon: CopyCheck, permission: 'company.read', key: 'u' },
      { label: 'Data quality', href: '/data-quality', icon: ShieldCheck, permission: 'company.read', key: 'y' },
      { label: 'Prompt log', href: '/settings/prompt-log', icon: ScrollText, permission: 'user_prompt_log.read' },
    ],
  },
];
