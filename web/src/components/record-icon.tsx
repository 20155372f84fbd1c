import {
  Box, Building2, CircleCheck, CircleDot, FileText, Handshake, MessageSquareText, MessagesSquare, Package, Phone, ShieldAlert, ThumbsUp, UserRound,
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
  thread: MessagesSquare,
};

export function RecordIcon({ type, ...rest }: { type: string } & LucideProps) {
  const Icon = byType[type] ?? Box;
  return <Icon aria-hidden strokeWidth={1.75} {...rest} />;
}
