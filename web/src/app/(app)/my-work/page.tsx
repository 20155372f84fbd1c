import { MyWorkPage } from '@/features/work/my-work-page';

export const metadata = { title: 'My work' };

export default function MyWork() {
  return <MyWorkPage />;
}
