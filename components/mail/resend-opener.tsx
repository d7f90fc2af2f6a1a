'use client';

import { Send } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { Button } from '#components/ui/button';

const load = () => import('./resend-drawer.tsx').then((module) => module.ResendDrawer);
const ResendDrawer = dynamic(load, { ssr: false });

/** Opens the drawer beside the prescription; the address holds that it is open, so that a colleague sees the same. */
export function ResendOpener({ prescriptionId }: { readonly prescriptionId: string }) {
  const t = useTranslations('resend');
  const [open, setOpen] = useQueryState('resend', parseAsString.withOptions({ history: 'push' }));
  return (
    <>
      <Button
        look="primary"
        onHoverStart={() => void load()}
        onFocus={() => void load()}
        onPress={() => void setOpen(prescriptionId)}
      >
        <Send aria-hidden /> {t('open')}
      </Button>
      {open === prescriptionId ? (
        <ResendDrawer prescriptionId={prescriptionId} onClose={() => void setOpen(null)} />
      ) : null}
    </>
  );
}
