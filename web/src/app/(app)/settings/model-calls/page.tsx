import { ModelCalls } from '@/features/settings/intelligence/model-calls';

export const metadata = { title: 'Calls of the model' };

export default function ModelCallsRoute() {
  return <ModelCalls />;
}
