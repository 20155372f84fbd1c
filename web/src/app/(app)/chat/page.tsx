export const metadata = { title: 'Chat' };

export default function ChatRoute() {
  return null;
}
