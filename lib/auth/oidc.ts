import type { AuthOptions } from 'next-auth';
import { z } from 'zod';
import type { Env } from '#lib/env';

type OidcEnv = Pick<Env, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET'>;

/**
 * The hospital's own sign-in, where it is configured: OpenID Connect's code flow with PKCE, state and nonce. It proves a person's identity;
 * our own rows decide their permissions.
 */
export function oidcProvider({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
}: OidcEnv): AuthOptions['providers'] {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return [];
  return [
    {
      ...{ id: 'oidc', name: 'Single sign-on', type: 'oauth' },
      ...{ issuer, clientId, clientSecret },
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      authorization: { params: { scope: 'openid email' } },
      idToken: true,
      // The address from userinfo, which every provider has; many leave it out of the ID token.
      userinfo: {
        async request({ tokens, client }) {
          const userInfo = await client.userinfo(tokens.access_token ?? '');
          if (userInfo.sub !== subjectOf(tokens.id_token)) throw new Error('userinfo speaks of somebody else');
          return userInfo;
        },
      },
      checks: ['pkce', 'state', 'nonce'],
      // Only the subject: name, role and tenant come from our own row, never from the provider.
      profile: (claims: { sub: string }) => ({ id: claims.sub }),
    },
  ];
}

const idClaims = z.object({ sub: z.string() });

/** Out of an ID token whose signature, issuer, audience and nonce openid-client has just checked. */
function subjectOf(idToken: string | undefined): string {
  const [, claims = ''] = idToken?.split('.') ?? [];
  return idClaims.parse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))).sub;
}
