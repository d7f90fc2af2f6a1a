import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

const CHAR = 18;
const TEXT = 25;

export type EngineConnection = {
  readonly factory: ErrorCapturingSqlMigrationAwareDriverAdapterFactory;
  /** The engine holds its advisory lock as long as its session lives: closing lets the next one in. */
  close(): Promise<void>;
};

/** Prisma's own adapter for `pg`, with the two corrections that its schema engine needs and the adapter does not make. */
export function engineConnection(connectionString: string): EngineConnection {
  const pool = new CharAsTextPool({ connectionString, max: 1 });
  const { adapterName, provider } = new PrismaPg({ connectionString });
  const factory = bindMigrationAwareSqlAdapterFactory({
    adapterName,
    provider,
    connect: () => connect(pool),
    connectToShadowDb: () => Promise.reject(new Error('migrations are compared without a shadow database')),
  });
  return { factory, close: () => pool.end() };
}

async function connect(pool: CharAsTextPool): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of pool.charColumns.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter splits a script at every semicolon, also inside `$$ … $$`. Sent as one simple query, it is also one transaction.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error: pg.DatabaseError) => {
      throw new DriverAdapterError({
        kind: 'postgres',
        code: error.code ?? 'N/A',
        severity: error.severity ?? 'ERROR',
        message: error.message,
        detail: error.detail,
        column: error.column,
        hint: error.hint,
      });
    });
  };
  return adapter;
}

type AnyQuery = (...args: unknown[]) => Promise<pg.QueryArrayResult | pg.QueryArrayResult[]>;

/** The adapter refuses the system type "char", which introspection reads: it passes as text here and is called a character afterwards. */
class CharAsTextPool extends pg.Pool {
  readonly charColumns = new WeakMap<object, number[]>();

  constructor(config: pg.PoolConfig) {
    super(config);
    const query: AnyQuery = this.query.bind(this);
    const corrected: AnyQuery = async (...args) => {
      const result = await query(...args);
      if (!Array.isArray(result)) this.passCharAsText(result);
      return result;
    };
    Object.assign(this, { query: corrected });
  }

  private passCharAsText({ fields, rows }: pg.QueryArrayResult): void {
    const found = fields.flatMap((field, column) => (field.dataTypeID === CHAR ? [column] : []));
    for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    if (found.length > 0) this.charColumns.set(rows, found);
  }
}
