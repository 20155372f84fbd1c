import { SearchSettings } from '@/features/settings/search-settings';

export const metadata = { title: 'Search' };

export default function SearchSettingsRoute() {
  return <SearchSettings />;
}
