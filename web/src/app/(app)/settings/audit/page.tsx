import { AuditLog } from '@/features/settings/audit-log';

export const metadata = { title: 'Audit log' };

export default function AuditLogPage() {
  return <AuditLog />;
}
