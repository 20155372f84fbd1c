export const categories = ['team_setup', 'message_tree', 'policy', 'brand', 'strategy', 'template', 'best_practice', 'team_rule'] as const;
export type Category = (typeof categories)[number];

/** How each is called, and what stands in it, in a line. Without pictures: lists load no more than they show. */
export const names: Record<Category, { label: string; text: string }> = {
  team_setup: { label: 'Team setup', text: 'Roles, working hours, who decides what, who covers which territory.' },
  message_tree: { label: 'Message tree', text: 'What we say of each product, with the proof behind it.' },
  policy: { label: 'Policies', text: 'Discounts, terms and stages that need somebody’s approval.' },
  brand: { label: 'Brand', text: 'How we sound and look, and the words we do not use.' },
  strategy: { label: 'Strategy', text: 'Segments, ideal customers, growth plans, where we stand.' },
  template: { label: 'Templates', text: 'Mails, documents, decks and reports to begin from.' },
  best_practice: { label: 'Best practices', text: 'Questions with answers, insights from deals, playbooks.' },
  team_rule: { label: 'Team rules', text: 'How we work: protocols, rules of projects and segments.' },
};

export const isCategory = (text: string): text is Category => (categories as readonly string[]).includes(text);
export const labelOf = (category: unknown): string => (typeof category === 'string' && isCategory(category) ? names[category].label : String(category ?? ''));
export const categoryPath = (category: string) => `/context/${category.replaceAll('_', '-')}`;
export const categoryFrom = (segment: string): Category | null => {
  const name = segment.replaceAll('-', '_');
  return isCategory(name) ? name : null;
};
