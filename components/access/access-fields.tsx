'use client';

import { useTranslations } from 'next-intl';
import { CheckField } from '#components/ui/field/check-field';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import type { LocationRow } from '#lib/contract/access/settings';
import { type Role, roles } from '#lib/domain/base/scope';

/** The fields of an account's form while they are typed. */
export type TypedAccount = {
  readonly name: string;
  readonly role: Role;
  readonly inCharge: boolean;
  readonly ids: string;
  readonly locationIds: readonly string[];
};

const idForm = /^(osigu|photon|medication):\S+$/;
export const idsIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((one) => one !== '');
export const idsAreGood = (text: string): boolean => idsIn(text).every((one) => idForm.test(one));

type Props = {
  readonly typed: TypedAccount;
  readonly places: readonly LocationRow[];
  readonly isOwn?: boolean;
  readonly onChange: (typed: TypedAccount) => void;
};

/** A person's role, their ids in the systems, and their locations. */
export function ReachFields({ typed, places, isOwn = false, onChange }: Props) {
  const t = useTranslations('access');
  const shell = useTranslations('shell.roles');
  const { role, locationIds } = typed;
  const good = idsAreGood(typed.ids);
  return (
    <>
      <TextField
        label={t('field.name')}
        value={typed.name}
        onChange={(name) => onChange({ ...typed, name })}
        maxLength={120}
        required
      />
      {isOwn ? null : (
        <ChoiceField
          label={t('field.role')}
          value={role}
          choices={roles.map((id) => ({ id, label: shell(id) }))}
          onChange={(value) => onChange({ ...typed, role: roles.find((one) => one === value) ?? role })}
        />
      )}
      {role === 'pharmacist' ? (
        <CheckField
          label={shell('inCharge')}
          advice={t('inChargeAdvice')}
          isOn={typed.inCharge}
          onChange={(inCharge) => onChange({ ...typed, inCharge })}
        />
      ) : null}
      {role === 'admin' ? null : (
        <TextField
          label={t('field.ids')}
          advice={t(good ? 'idsAdvice' : 'idsWrong')}
          aria-invalid={!good}
          value={typed.ids}
          onChange={(ids) => onChange({ ...typed, ids })}
          spellCheck={false}
        />
      )}
      {role === 'pharmacist' && places.length > 0 ? (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 font-semibold text-sm">{t('field.places')}</legend>
          {places.map(({ id, name }) => (
            <CheckField
              key={id}
              label={name ?? id}
              isOn={locationIds.includes(id)}
              onChange={(on) =>
                onChange({
                  ...typed,
                  locationIds: on ? [...locationIds, id] : locationIds.filter((one) => one !== id),
                })
              }
            />
          ))}
          <p className="text-ink-3 text-xs">{t('placesAdvice')}</p>
        </fieldset>
      ) : null}
    </>
  );
}
