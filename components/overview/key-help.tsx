'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { Kbd } from '#components/ui/kbd';

const groups = [
  {
    name: 'anywhere',
    keys: [
      ['search', ['/', 'Ctrl K']],
      ['help', ['?']],
      ['close', ['Esc']],
    ],
  },
  {
    name: 'lists',
    keys: [
      ['move', ['j', 'k', '↓', '↑']],
      ['open', ['Enter']],
      ['follow', ['⇧ F']],
      ['countersign', ['⇧ C']],
      ['choose', ['Space']],
      ['review', ['⇧ R']],
      ['flag', ['⇧ X']],
      ['decide', ['⇧ D']],
      ['deadLetters', ['⇧ D', '⇧ R']],
    ],
  },
] as const;

/** The keys, by where they work. A key that changes something needs Shift. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('keys');
  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      {groups.map((group) => (
        <section key={group.name}>
          <h3 className="mb-1 text-ink-3 text-xs">{t(group.name)}</h3>
          <dl className="divide-y divide-line">
            {group.keys.map(([name, keys]) => (
              <div key={name} className="flex min-h-9 items-center justify-between gap-4">
                <dt>{t(name)}</dt>
                <dd className="flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Button onPress={onClose} className="self-end">
        <X aria-hidden /> {t('close')}
      </Button>
    </ModalDialog>
  );
}
