import { MedicineName } from '#components/ui/medicine-name';
import type { Handover } from '#lib/contract/mail/handover';

/** The patient's printed sheet: black on white, in their language, with the code as text and to be scanned. */
export function HandoverSheet({ sheet }: { readonly sheet: Handover }) {
  const { words, qr, medicines } = sheet;
  return (
    <article
      lang={sheet.language}
      aria-label={words.title}
      className="flex max-w-180 flex-col gap-6 rounded-lg border border-line bg-card p-8 text-ink max-md:p-4 print:border-0 print:p-0"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-line border-b pb-3">
        <h2 className="font-semibold text-xl">{words.title}</h2>
        <p>{sheet.clinic}</p>
      </header>
      {sheet.patient === null ? null : (
        <p>
          <span className="text-ink-3">{words.forPatient}</span> <strong>{sheet.patient}</strong>
        </p>
      )}
      {qr === null || sheet.code === null ? null : (
        <div className="flex flex-wrap items-center gap-6">
          <svg
            viewBox={`0 0 ${qr.side} ${qr.side}`}
            shapeRendering="crispEdges"
            className="size-40 shrink-0 bg-white"
            role="img"
            aria-label={sheet.code}
          >
            <rect width={qr.side} height={qr.side} fill="#fff" />
            <path d={qr.path} fill="#000" />
          </svg>
          <div className="min-w-0">
            <p className="text-ink-3 text-sm">{words.number}</p>
            <p className="break-all font-mono font-semibold text-2xl">{sheet.code}</p>
            <p className="mt-2 text-ink-2 text-sm">{words.scan}</p>
          </div>
        </div>
      )}
      <p>{sheet.issued}</p>
      {medicines.length === 0 ? null : (
        <section>
          <h3 className="mb-1 font-semibold">{words.medicines}</h3>
          <ul className="flex flex-col gap-2">
            {medicines.map(({ name, sig, amount }) => (
              <li key={`${name} ${sig}`}>
                <span className="font-semibold">
                  <MedicineName name={name} code={null} />
                </span>
                {amount === null ? null : ` · ${amount}`}
                {sig === null ? null : <span className="block text-ink-2">{sig}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <strong>{words.pharmacy}.</strong> {words.show}
      </p>
      <footer className="border-line border-t pt-3 text-ink-3 text-sm">
        {words.keep === null ? null : <p>{words.keep}</p>}
        <p>{words.printed}</p>
      </footer>
    </article>
  );
}
