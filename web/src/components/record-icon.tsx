import {
  BookOpen, Box, Building2, CircleCheck, CircleDot, File, FileText, FolderKanban, Handshake, MapPinned, MessageSquareText, MessagesSquare, Package, Phone, Receipt, ChartColumn, Mail, ShieldAlert, StickyNote, Swords, Tag, ThumbsUp, UserRound,
  type LucideIcon, type LucideProps,
} from 'lucide-react';

const byType: Record<string, LucideIcon> = {
  company: Building2,
  contact: UserRound,
  deal: Handshake,
  product: Package,
  interaction: Phone,
  objection: ShieldAlert,
  feedback: ThumbsUp,
  task: CircleCheck,
  comment: MessageSquareText,
  user_prompt_log: FileText,
  issue: CircleDot,
  project: FolderKanban,
  note: StickyNote,
  price_book_entry: Tag,
  quote: Receipt,
  report: ChartColumn,
  mail_draft: Mail,
  competitor: Swords,
  tag: Tag,
  territory: MapPinned,
  thread: MessagesSquare,
  context_entry: BookOpen,
  file: File,
};

export function RecordIcon({ type, ...rest }: { type: string } & LucideProps) {
  const Icon = byType[type] ?? Box;
  return <Icon aria-hidden strokeWidth={1.75} {...rest} />;
}
