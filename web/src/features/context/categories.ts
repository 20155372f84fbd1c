import { BookText, Building, Compass, FileStack, Gavel, GitFork, Lightbulb, Palette, Users, type LucideIcon } from 'lucide-react';
import { isCategory, names, type Category } from './category-names';

export * from './category-names';

const icons: Record<Category, LucideIcon> = { team_setup: Users, message_tree: GitFork, policy: Gavel, brand: Palette, strategy: Compass, template: FileStack, best_practice: Lightbulb, team_rule: BookText };

/** With its picture. */
export const about = Object.fromEntries(Object.entries(names).map(([name, { label, text }]) => [name, { label, text, icon: icons[name as Category] }])) as Record<Category, { label: string; icon: LucideIcon; text: string }>;

export const iconOf = (category: unknown): LucideIcon => (typeof category === 'string' && isCategory(category) ? icons[category] : Building);
