export const dynamic = 'force-dynamic';

/** The process answers; says nothing of what it leans on. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { 'cache-control': 'no-store' } });
}
