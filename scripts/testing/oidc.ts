import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider, { type Configuration, interactionPolicy } from 'oidc-provider';

export type OidcPeer = {
  /** The settings with which the application under test is started. */
  readonly env: { readonly OIDC_ISSUER: string; readonly OIDC_CLIENT_ID: string; readonly OIDC_CLIENT_SECRET: string };
  stop(): Promise<void>;
};

const client = { id: 'scriptline', secret: 'a-secret-of-the-tests-only' };
const unverified = 'unverified:';

/**
 * A real OpenID provider on a free port of this machine, for an application on any port of it. Its page asks who one is and believes it;
 * `unverified:ana@example.test` signs in with an address that the provider has not verified.
 */
export async function startOidcProvider(): Promise<OidcPeer> {
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, configuration());
  const serve = provider.callback();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/who/')) return serve(request, response);
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return void response.end(page);
    }
    const accountId = new URLSearchParams(await text(request)).get('who') ?? '';
    await provider.interactionFinished(request, response, { login: { accountId } });
  }

  return {
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const page = `<!doctype html><html lang="en"><title>Test provider</title><form method="post">
<label>Who are you? <input name="who"></label><button>Continue</button></form></html>`;

function configuration(): Configuration {
  return {
    clients: [
      {
        ...{ client_id: client.id, client_secret: client.secret },
        // A native application's loopback address is allowed on every port (RFC 8252, 7.3).
        ...{ application_type: 'native', redirect_uris: ['http://127.0.0.1/api/auth/callback/oidc'] },
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { policy: withoutConsent(), url: (_context, interaction) => `/who/${interaction.uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    cookies: { keys: ['a key of the tests only'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id.replace(unverified, ''), email_verified: !id.startsWith(unverified) }),
    }),
    // Everybody has agreed already.
    async loadExistingGrant({ oidc }) {
      if (!oidc.client || !oidc.session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}

/** Native applications are asked to consent each time, even where a grant exists. */
function withoutConsent(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}
