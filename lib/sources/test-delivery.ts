import type { WireFormatName } from '#lib/domain/base/system';

/** The type of a test event: known to the catalogue, and changes nothing. */
export const testType = 'source.test';

export type TestEvent = {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly environment: string | null;
  readonly tenantId: string | null;
};

/** The body of a test event in a sender's own wrapping; every id and time is text, so that a shell may fill it in. */
export function testBody(format: WireFormatName, { id, at, environment, tenantId }: TestEvent): string {
  const data = { note: 'A test of this source' };
  if (format === 'osigu') {
    const provider = { provider_slug: 'source-test' };
    const envelope = { event_id: id, event_type: testType, created_at: at, api_version: '2026-01' };
    return JSON.stringify({ ...envelope, ...(environment === null ? {} : { environment }), data, provider });
  }
  const event = { specversion: '1.0', id, type: testType, source: 'source-test', time: at };
  const wrapped = {
    ...event,
    datacontenttype: 'application/json',
    ...(tenantId === null ? {} : { tenantid: tenantId }),
  };
  return JSON.stringify({ ...wrapped, data });
}
