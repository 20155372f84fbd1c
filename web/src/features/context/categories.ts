import { BookText, Building, Compass, FileStack, Gavel, GitFork, Lightbulb, Palette, Users, type LucideIcon } from 'lucide-react';

export const categories = ['team_setup', 'message_tree', 'policy', 'brand', 'strategy', 'template', 'best_practice', 'team_rule'] as const;
export type Category = (typeof categories)[number];

interface About {
  label: string;
  icon: LucideIcon;
  /** What stands in it, in a line. */
  text: string;
}

export const about: Record<Category, About> = {
  team_setup: { label: 'Team setup', icon: Users, text: 'Roles, working hours, who decides what, who covers which territory.' },
  message_tree: { label: 'Message tree', icon: GitFork, text: 'What we say of each product, with the proof behind it.' },
  policy: { label: 'Policies', icon: Gavel, text: 'Discounts, terms and stages that need somebody’s approval.' },
  brand: { label: 'Brand', icon: Palette, text: 'How we sound and look, and the words we do not use.' },
  strategy: { label: 'Strategy', icon: Compass, text: 'Segments, ideal customers, growth plans, where we stand.' },
  template: { label: 'Templates', icon: FileStack, text: 'Mails, documents, decks and reports to begin from.' },
  best_practice: { label: 'Best practices', icon: Lightbulb, text: 'Questions with answers, insights from deals, playbooks.' },
  team_rule: { label: 'Team rules', icon: BookText, text: 'How we work: protocols, rules of projects and segments.' },
};

export const isCategory = (text: string): text is Category => (categories as readonly string[]).includes(text);

export const iconOf = (category: unknown): LucideIcon => (typeof category === 'string' && isCategory(category) ? about[category].icon : Building);
export const labelOf = (category: unknown): string => (typeof category === 'string' && isCategory(category) ? about[category].label : String(category ?? ''));
export const categoryPath = (category: string) => `/context/${category.replaceAll('_', '-')}`;
export const categoryFrom = (segment: string): Category | null => {
  const name = segment.replaceAll('-', '_');
  return isCategory(name) ? name : null;
};
