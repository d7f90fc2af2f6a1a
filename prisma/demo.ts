import type { Role } from '#lib/domain/base/scope';
import type { WireFormatName } from '#lib/domain/base/system';

/** The invented clinics, people and senders of demo mode, as the contract names them. */
export const demoPassword = 'scriptline-demo';

export const demoTenants = [
  { tenantId: 'demo', name: 'Demo Clinic', timeZone: 'America/Guatemala', locale: 'en', wireIds: ['ten_demo'] },
  { tenantId: 'other', name: 'Other Clinic', timeZone: 'Europe/Madrid', locale: 'es', wireIds: ['ten_other'] },
] as const;

type DemoAccount = {
  readonly tenantId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly inCharge: boolean;
  /** The systems' ids of this person: by them a prescription belongs to its doctor, and a pharmacist never countersigns their own dispense. */
  readonly prescriberIds: readonly string[];
};

/** One prescriber's ids in the three sending systems. */
const prescriber = (who: string) => [`osigu:doc_${who}`, `photon:usr_${who}`, `medication:usr_${who}`];

function account(
  tenantId: string,
  local: string,
  name: string,
  role: Role,
  more: Partial<DemoAccount> = {},
): DemoAccount {
  return { tenantId, email: `${local}@${tenantId}.test`, name, role, inCharge: false, prescriberIds: [], ...more };
}

export const demoAccounts: readonly DemoAccount[] = [
  account('demo', 'doctor', 'Dr. Ana Solares', 'doctor', { prescriberIds: prescriber('demo_ana') }),
  account('demo', 'doctor2', 'Dr. Luis Arriola', 'doctor', { prescriberIds: prescriber('demo_luis') }),
  account('demo', 'pharmacist', 'Marta Quiroa', 'pharmacist', {
    inCharge: true,
    prescriberIds: ['medication:usr_demo_pharma'],
  }),
  account('demo', 'pharmacist2', 'Iván Barrera', 'pharmacist', { prescriberIds: ['medication:usr_demo_pharma2'] }),
  account('demo', 'admin', 'Elena Tobar', 'admin'),
  account('demo', 'admin2', 'Tomás Vidal', 'admin'),
  account('other', 'doctor', 'Dr. Eva Lindero', 'doctor', { prescriberIds: prescriber('other_eva') }),
  account('other', 'pharmacist', 'Nora Balcells', 'pharmacist', { inCharge: true }),
  account('other', 'admin', 'Omar Reinoso', 'admin'),
];

/** The demo's recipient of incident notices: its emails are read at `/inbox`. */
export const demoRecipients = [
  { tenantId: 'demo', id: 'rcp_demo', kind: 'email', address: 'admin@demo.test', locale: 'en', addedBy: 'demo' },
  { tenantId: 'other', id: 'rcp_other', kind: 'email', address: 'admin@other.test', locale: 'es', addedBy: 'demo' },
] as const;

type DemoSource = {
  readonly tenantId: string;
  readonly key: string;
  readonly name: string;
  readonly format: WireFormatName;
  readonly environment: string | null;
  readonly secret: string;
};

const source = (
  tenantId: string,
  key: string,
  name: string,
  format: WireFormatName,
  secret: string,
  environment: string | null = null,
) => ({ tenantId, key, name, format, environment, secret }) satisfies DemoSource;

export const demoSources: readonly DemoSource[] = [
  source('demo', 'demo-osigu', 'Osigu', 'osigu', 'demo-osigu-secret', 'sandbox'),
  source('demo', 'demo-photon', 'Photon Health', 'photon', 'demo-photon-secret'),
  source('demo', 'demo-medication', 'Medication Service', 'medication-service', 'demo-medication-secret'),
  source(
    'demo',
    'demo-standard',
    'Standard webhooks',
    'standard',
    'whsec_ZGVtby1zdGFuZGFyZC1zZWNyZXQtMzItYnl0ZXMhIQ==',
  ),
  source('other', 'other-medication', 'Medication Service', 'medication-service', 'other-medication-secret'),
];
