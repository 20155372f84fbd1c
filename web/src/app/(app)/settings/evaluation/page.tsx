import { EvaluationPage } from '@/features/settings/intelligence/evaluation-page';

export const metadata = { title: 'Evaluation' };

export default function EvaluationPageRoute() {
  return <EvaluationPage />;
}
