export const generateStaticParams = () => [{ thread: '_' }];
export const metadata = { title: 'Chat' };

export default function ThreadRoute() {
  return null;
}
