import { expect, test } from 'vitest';
import { type PrescriptionMail, prescriptionMail } from './prescription-mail.ts';

const mail: PrescriptionMail = {
  code: 'RX-2026-9182',
  prescriber: 'Dr. Ana Solares',
  issuedAt: '2026-11-20T03:30:00.000Z',
  medicines: [],
  clinic: 'Demo Clinic',
  timeZone: 'America/Guatemala',
  locale: 'en',
};

test('it says what one needs at the pharmacy, in both of its forms', () => {
  const { subject, text, html } = prescriptionMail(mail);
  expect(subject).toBe('Your prescription RX-2026-9182, Demo Clinic');
  for (const words of ['RX-2026-9182', 'Dr. Ana Solares', 'Show this code', 'Demo Clinic'])
    expect([text.includes(words), html.includes(words)]).toEqual([true, true]);
});

test('the date is that of the clinic, not of Greenwich', () => {
  expect(prescriptionMail(mail).text).toContain('19 November 2026');
});

test('in Spanish it is Spanish throughout', () => {
  const { subject, text, html } = prescriptionMail({ ...mail, locale: 'es' });
  expect([subject, html.includes('lang="es"')]).toEqual(['Su receta RX-2026-9182, Demo Clinic', true]);
  expect(text).toContain('19 de noviembre de 2026');
  expect(text).not.toMatch(/prescription|pharmacy/);
});

test('medicines are named only when they were handed over', () => {
  expect(prescriptionMail(mail).html).not.toContain('Medicines');
  const { text, html } = prescriptionMail({ ...mail, medicines: ['Metformin 850 mg'] });
  expect([text.includes('- Metformin 850 mg'), html.includes('<li>Metformin 850 mg</li>')]).toEqual([true, true]);
});

test('where a date or a prescriber was not supplied, no gap is left', () => {
  const { text } = prescriptionMail({
    ...mail,
    prescriber: null,
    issuedAt: null,
  });
  expect(text).toContain('Your prescription code: RX-2026-9182');
  expect(text).toContain('Demo Clinic issued a prescription for you.');
  expect(text).not.toMatch(/null|undefined|\{/);
});

test('what a sender wrote cannot become markup', () => {
  const { html } = prescriptionMail({ ...mail, code: '<img src=x>', medicines: ['"a" & <b>'], clinic: "O'Hara" });
  expect(html).not.toMatch(/<img|<b>/);
  expect(html).toContain('&lt;img src=x&gt;');
});

test('styles stand in attributes only: a strict reader strips the rest', () => {
  expect(prescriptionMail(mail).html).not.toMatch(/<style|<script|<link|src=/);
});
