import { ReviewPage } from '@/features/review/review-page';

export const metadata = { title: 'Review' };

export default function ReviewRoute() {
  return <ReviewPage />;
}
