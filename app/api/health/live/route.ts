export const dynamic = 'force-dynamic';

/** The process answers; its dependencies are not checked. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { 'cache-control': 'no-store' } });
}
