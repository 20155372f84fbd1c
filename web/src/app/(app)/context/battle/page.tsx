import { BattlePage } from '@/features/context/battle/battle-page';

export const metadata = { title: 'Battle cards' };

export default function BattleRoute() {
  return <BattlePage />;
}
