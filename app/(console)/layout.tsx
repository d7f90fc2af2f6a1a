import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { Shell } from '#components/overview/shell';
import { currentAccount } from '#lib/auth/current-account';
import { isDemo } from '#lib/views/base/demo-mode';

/** The shell around every screen, in the tenant's time zone. Each screen decides who may see it. */
export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const renderedAt = Date.now();
  const account = await currentAccount();
  if (account === null) return children;
  const { name, email, tenantName, timeZone, scope } = account;
  return (
    <NextIntlClientProvider timeZone={timeZone}>
      <Shell
        account={{ name, email, tenantName, timeZone, role: scope.role, inCharge: scope.inCharge, demo: isDemo() }}
        renderedAt={renderedAt}
      >
        {children}
      </Shell>
    </NextIntlClientProvider>
  );
}
