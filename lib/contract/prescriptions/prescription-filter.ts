/** The senders of prescriptions; our own source sends none. */
export const senders = ['osigu', 'photon', 'medication'] as const;
