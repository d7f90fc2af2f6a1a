import type { SourceRecord } from '#lib/db/connections/source';
import type { NewEvent } from '#lib/db/ledger/new-event';
import { ownSource } from '#lib/domain/ledger/own-source';
import { toEvents } from '#lib/ingest/to-events';
import { wireFormats } from '#lib/sources/index';
import { readSamples } from '#scripts/samples';

/** The catalogue's samples as ingest would hand them to the ledger; our own acts come from our own source. */
export function sampleRows(tenantId = 'demo'): readonly NewEvent[] {
  return readSamples().flatMap(({ format, own, body }) => {
    const source: SourceRecord = {
      ...{
        tenantId,
        sourceId: own ? ownSource : `src-${format}`,
        key: format,
        format,
        environment: null,
        ratePerSecond: null,
      },
      ...{ disabled: false, paused: false, wireIds: ['ten_demo'], secrets: [] },
    };
    const raw = Buffer.from(JSON.stringify(body));
    const headers = new Headers({ 'content-type': 'application/json' });
    const wire = wireFormats[format];
    return toEvents(wire.open(raw, headers), raw, headers, source, wire, Date.now());
  });
}
