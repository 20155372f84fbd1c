import { Suspense } from 'react';
import { BattleCardPage } from '@/features/context/battle/battle-card-page';

export const generateStaticParams = () => [{ id: '_' }];
export const metadata = { title: 'Battle card' };

export default function BattleCardRoute() {
  return <Suspense fallback={null}><BattleCardPage /></Suspense>;
}
