'use client';
import { ArrowLeft, Download } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { buttonStyle } from '@/components/ui/button';
import { NoPermission } from '@/components/ui/states';
import { can, useSession } from '@/lib/session';
import { entryType } from '../names';
import { Questions } from './questions';
import { exportPath } from './setup-api';
import { TransferView } from './transfer-view';
import { Ways } from './ways';

/** How a company comes to know itself: from a set, from what it has, or from ten answers. */
export function SetupPage() {
  const path = usePathname();
  const params = useSearchParams();
  const session = useSession().data;
  const id = params.get('id');
  const asking = params.has('questions');
  const show = (query: string) => window.history.pushState(null, '', query ? `${path}?${query}` : path);
  const mayRead = !session || can(session, `${entryType}.read`);
  const mayCreate = !session || (can(session, `${entryType}.create`) && !session.viewing_as);
  if (!mayRead) return <><PageHeader title="Set up context" /><NoPermission /></>;
  return (
    <>
      <PageHeader title={id ? 'Look before it is written' : asking ? 'Ten questions' : 'Set up context'}>
        {(id || asking) && <Link href="/context/setup" className={buttonStyle({ variant: 'ghost' })}><ArrowLeft /><span className="max-sm:sr-only">All ways to begin</span></Link>}
        {!id && !asking && <a href={exportPath} download className={buttonStyle()}><Download />Export<span className="max-sm:sr-only">as Markdown</span></a>}
      </PageHeader>
      {id ? (
        <TransferView key={id} id={id} mayWrite={mayCreate} />
      ) : !mayCreate ? (
        <NoPermission>Your role reads what the company knows and does not add to it.</NoPermission>
      ) : asking ? (
        <Questions />
      ) : (
        <Ways onOpen={transfer => show(`id=${transfer}`)} onAsk={() => show('questions')} />
      )}
    </>
  );
}
