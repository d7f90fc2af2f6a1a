import type { WireFormatName } from '#lib/domain/base/system';
import { testBody } from './test-delivery.ts';

type Signed = { readonly sign: readonly string[]; readonly headers: readonly string[] };

const hex = `openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/^.*= *//'`;

/** The signing of each format, in a shell's words; `$NOW`, `$ID` and `$BODY` are set. */
const signing: Readonly<Record<WireFormatName, Signed>> = {
  osigu: {
    sign: [`SIGNATURE=$(printf '%s' "$NOW.$BODY" | ${hex})`],
    headers: ['content-type: application/json', 'x-osigu-signature: t=$NOW,v1=$SIGNATURE'],
  },
  photon: {
    sign: [`SIGNATURE=$(printf '%s' "$BODY" | ${hex})`],
    headers: [
      'content-type: application/cloudevents-batch+json',
      'x-photon-signature: $SIGNATURE',
      `x-photon-timestamp: \${NOW}000`,
    ],
  },
  'medication-service': {
    sign: [`SIGNATURE=$(printf '%s' "$BODY" | ${hex})`],
    headers: [
      'content-type: application/cloudevents+json',
      'x-ghasi-signature: sha256=$SIGNATURE',
      'x-ghasi-delivery-id: $ID',
    ],
  },
  standard: {
    sign: [
      `KEY=$(printf '%s' "\${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')`,
      `SIGNATURE=$(printf '%s' "$ID.$NOW.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)`,
    ],
    headers: [
      'content-type: application/cloudevents+json',
      'webhook-id: $ID',
      'webhook-timestamp: $NOW',
      'webhook-signature: v1,$SIGNATURE',
    ],
  },
};

type Addressed = { readonly url: string; readonly environment: string | null; readonly tenantId: string | null };

/** The place of the secret: a person fills it in, in their own shell. */
export const secretPlaceholder = 'PASTE-THE-SECRET-HERE';

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * Lines for a POSIX shell with openssl and curl that send one signed test event to a source, a new one each time they are run. Everything but the
 * secret is filled in.
 */
export function curlOf(format: WireFormatName, { url, environment, tenantId }: Addressed): string {
  const { sign, headers } = signing[format];
  // printf fills the id and the time in; a percent sign of the body's own would be its.
  const body = testBody(format, { id: '@ID@', at: '@AT@', environment, tenantId }).replaceAll('%', '%%');
  const pattern = quoted(body.replace('@ID@', '%s').replace('@AT@', '%s'));
  return [
    `SECRET=${quoted(secretPlaceholder)}`,
    `NOW=$(date +%s)`,
    `ID="test-$NOW-$$"`,
    `BODY=$(printf ${pattern} "$ID" "$(date -u +%Y-%m-%dT%H:%M:%SZ)")`,
    ...sign,
    [
      `curl --silent --show-error --request POST ${quoted(url)}`,
      ...headers.map((header) => `--header "${header}"`),
      `--data-binary "$BODY"`,
    ].join(' \\\n  '),
  ].join('\n');
}
