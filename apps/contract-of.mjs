import { basename } from 'node:path';
import ts from 'typescript';

/** Types that answers take from libs; they stand in the contract as the values they allow. */
const VOCABULARY = 'vocabulary.ts';

/**
 * The answers of the API as plain types: what the service sends and the page reads.
 * @param {ts.Program} program over all `*.answer.ts`
 * @returns {Map<string, string>} text by the path of its file in the library, with `index.ts` over all
 */
export function contractOf(program) {
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.endsWith('.answer.ts'));
  const owners = new Map();
  for (const source of sources)
    for (const { name } of source.statements.filter(isAnswer)) owners.set(name.text, nameOf(source));

  const vocabulary = new Map();
  const files = new Map();
  for (const source of sources) {
    const imports = new Map();
    const refer = (node) => {
      const owner = owners.get(node.text) ?? (isTypeParameter(program, node) ? nameOf(source) : VOCABULARY);
      if (owner === VOCABULARY) vocabulary.set(node.text, valuesOf(program, node));
      if (owner !== nameOf(source)) imports.set(owner, (imports.get(owner) ?? new Set()).add(node.text));
    };
    const types = source.statements.filter(isAnswer).map((node) => asType(node, refer));
    if (types.length === 0) continue;
    const lines = [...imports].map(
      ([file, names]) =>
        `import type { ${[...names].sort().join(', ')} } from './${file.replace('.ts', '.js')}';\n`,
    );
    files.set(nameOf(source), `${lines.sort().join('')}\n${types.join('\n\n')}\n`);
  }
  const values = [...vocabulary].map(([name, allowed]) => `export type ${name} = ${allowed};\n`);
  files.set(VOCABULARY, values.sort().join('\n'));
  const exported = [...files.keys()].map((file) => `export * from './src/${file.replace('.ts', '.js')}';\n`);
  const inFolder = [...files].map(([file, text]) => [`src/${file}`, text]);
  return new Map([...inFolder, ['index.ts', exported.sort().join('')]]);
}

const nameOf = ({ fileName }) => basename(fileName).replace('.answer.ts', '.ts');

const isAnswer = (node) =>
  (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) &&
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** A class as an interface, without what only the service needs; other types as they are. */
function asType(node, refer) {
  const visit = (child) => {
    if (ts.isTypeReferenceNode(child) && ts.isIdentifier(child.typeName)) refer(child.typeName);
    ts.forEachChild(child, visit);
  };
  if (!ts.isClassDeclaration(node)) {
    visit(node);
    return `${commentOf(node)}${node.getText()}`;
  }
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  if (base) refer(base.expression);
  const members = node.members.filter(ts.isPropertyDeclaration).map((member) => {
    visit(member.type);
    const optional = member.questionToken ? '?' : '';
    return `${commentOf(member)}${member.name.getText()}${optional}: ${member.type.getText()};`;
  });
  const heritage = base ? ` extends ${base.getText()}` : '';
  return `${commentOf(node)}export interface ${node.name.text}${heritage} {\n${members.join('\n')}\n}`;
}

const commentOf = (node) => (node.jsDoc ?? []).map((comment) => `${comment.getText()}\n`).join('');

const isTypeParameter = (program, node) =>
  (program.getTypeChecker().getTypeAtLocation(node).flags & ts.TypeFlags.TypeParameter) !== 0;

/** The values that a type from a lib allows, as in `'front' | 'back'`. */
function valuesOf(program, node) {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(node);
  return checker.typeToString(
    type,
    undefined,
    ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.NoTruncation,
  );
}
