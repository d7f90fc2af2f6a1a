import ts from 'typescript';

/** The methods of a model in the database client. */
const modelMethods = new Set([
  ...['findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'groupBy'],
  ...['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'updateManyAndReturn', 'upsert'],
  ...['delete', 'deleteMany'],
]);
/** `$queryRaw`, `$executeRawUnsafe`, `$transaction` and the like. */
const clientMethod = /^\$(query|execute|transaction|extends|connect|disconnect|on$)/;
/** The types by which a parameter says that it is a transaction or a client. */
const clientTypes = new Set(['Tx', 'PrismaClient', 'RebuildConnection']);
/** The functions of `lib/db` that hand a transaction to what they are given, or answer a client. */
const handsOut = new Set(['inTenant', 'acrossTenants', 'inRebuild']);
const answersClient = new Set(['prisma', 'connect', 'connectForRebuild']);

type Name = { readonly name: string; readonly node: ts.Node };

/** The name by which an expression takes something out of another: `a.b`, `a?.b`, `a['b']`. */
function takenFrom(node: ts.Node): (Name & { readonly of: ts.Expression }) | null {
  if (ts.isPropertyAccessExpression(node)) return { name: node.name.text, node: node.name, of: node.expression };
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return { name: node.argumentExpression.text, node: node.argumentExpression, of: node.expression };
  return null;
}

function bare(expression: ts.Expression): ts.Expression {
  const inner = ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression);
  return inner || ts.isAwaitExpression(expression) ? bare(expression.expression) : expression;
}

function isCallOf(node: ts.Node, names: ReadonlySet<string>): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && names.has(node.expression.text);
}

function isClientType(type: ts.TypeNode | undefined): boolean {
  if (!type || !ts.isTypeReferenceNode(type)) return false;
  const name = ts.isQualifiedName(type.typeName) ? type.typeName.right : type.typeName;
  return clientTypes.has(name.text) || name.text === 'TransactionClient';
}

/** Where a parameter or a variable takes a transaction or a client. */
function isClient(declared: ts.ParameterDeclaration | ts.VariableDeclaration): boolean {
  if (isClientType(declared.type)) return true;
  if (ts.isVariableDeclaration(declared))
    return declared.initializer !== undefined && isCallOf(bare(declared.initializer), answersClient);
  const work = declared.parent;
  return work.parameters[0] === declared && isCallOf(work.parent, handsOut);
}

function clientNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isParameter(node) || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name) && isClient(node))
      names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/**
 * The places in a source file where it speaks to the database itself, as `path:line what`: raw SQL, a model's method, a transaction of its own, or
 * whatever is taken out of a transaction. To hand a transaction on is everybody's right; to open it is `lib/db`'s.
 * @param models as the client calls them: `ledgerEvent`
 */
export function sqlOutsideDb(path: string, text: string, models: ReadonlySet<string>): readonly string[] {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const clients = clientNames(file);
  const found: string[] = [];
  const note = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1} ${node.parent.getText().split('\n')[0]}`);
  };

  const speaks = (expression: ts.Expression): boolean => {
    const of = bare(expression);
    return (ts.isIdentifier(of) && clients.has(of.text)) || isCallOf(of, answersClient);
  };
  const visit = (node: ts.Node): void => {
    const taken = takenFrom(node);
    if (taken) {
      const model = takenFrom(bare(taken.of))?.name ?? '';
      if (clientMethod.test(taken.name) || (models.has(model) && modelMethods.has(taken.name))) note(taken.node);
      else if (speaks(taken.of) && !(models.has(taken.name) && takenFrom(node.parent))) note(taken.node);
    }
    if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer)
      if (speaks(node.initializer)) note(node.name);
    if (ts.isParameter(node) && ts.isObjectBindingPattern(node.name) && isClient(node)) note(node.name);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
