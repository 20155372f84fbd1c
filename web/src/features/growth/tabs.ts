export interface GrowthTab {
  label: string;
  href: string;
  /** Hidden where the session lacks it. */
  permission?: string;
}

/** The pages of the area, in the order of the bar. */
export const growthTabs: GrowthTab[] = [
  { label: 'Funnel', href: '/growth' },
];

/** What the session needs for figures: they count events of all of these. */
export const needed = ['deal.read', 'company.read', 'contact.read', 'interaction.read'];
