import { expect, test } from 'vitest';
import { loggedPath } from './logged-path.ts';

test.each([
  ['/api/patients/osigu%3Apat_1', '/api/patients/[id]'],
  ['/api/patients/osigu:pat_1/link?note=x', '/api/patients/[id]/link'],
  ['/api/patients/searched', '/api/patients/[id]'],
  ['/api/patients/search', '/api/patients/search'],
  ['/api/patients/import?preview=1', '/api/patients/import'],
  ['/api/patients', '/api/patients'],
  ['/api/prescriptions/osigu%3Arx_1', '/api/prescriptions/osigu%3Arx_1'],
])('of %s the log has %s', (path, logged) => {
  expect(loggedPath(`http://127.0.0.1:3000${path}`)).toBe(logged);
});
