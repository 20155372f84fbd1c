import { HomePage } from '@/features/home/home-page';

export const metadata = { title: 'Home' };

export default function Home() {
  return <HomePage />;
}
