/**
 * Does with a file everything the library can do, and throws where something breaks: reading never throws;
 * what is accepted has an outline whose keys are unique, can be cut, drawn, exported and read again with the
 * same steps and decisions. Returns the reading.
 */
export function exercise(bpmn, bytes) {
  const {
    readDiagram,
    readDiagramText,
    cut,
    svgPicture,
    withDecisions,
    lossBetween,
    describeProblem,
    describeWarning,
  } = bpmn;
  const reading = readDiagram(bytes);
  if (!reading.ok) {
    for (const problem of reading.problems)
      if (/undefined/.test(describeProblem(problem, 'nl'))) throw new Error(`no words for ${problem.code}`);
    return reading;
  }
  const { diagram } = reading;
  const { outline } = diagram;
  diagram.warnings.forEach((warning) => describeWarning(warning, 'en'));
  const keys = [...outline.steps, ...outline.lanes].map(({ key }) => key);
  if (new Set(keys).size !== keys.length) throw new Error('keys are not unique');
  const known = new Set(outline.steps.map(({ key }) => key));
  if (outline.entries.some(({ into, nearest }) => [into, ...nearest].some((key) => !known.has(key))))
    throw new Error('an entry leads nowhere');
  const sides = new Map(outline.steps.map(({ id }, i) => [id, i % 2 === 0 ? 'front' : 'back']));
  const result = cut(outline, { knip: (id) => sides.get(id), boundSide: () => undefined });
  const svg = svgPicture(diagram, result, { title: 'x', language: 'nl' });
  if (svg !== undefined && /NaN|Infinity/.test(svg.replace(/<(title|desc|tspan)[^>]*>[^<]*/g, '')))
    throw new Error('impossible numbers in the picture');
  const steps = outline.steps
    .filter(({ decidable }) => decidable)
    .map(({ id }) => ({ id, knip: { side: sides.get(id), reason: 'r', alternatives: [] } }));
  const exported = withDecisions(diagram, { steps, handovers: [] });
  const again = readDiagramText(exported);
  if (!again.ok) {
    // A file at the very limit may be pushed over it by what is put in.
    if (!again.problems[0].code.startsWith('too'))
      throw new Error(`the export is refused: ${again.problems[0].code}`);
    return reading;
  }
  const read = again.diagram.outline.steps;
  if (read.length !== outline.steps.length) throw new Error('the export has other steps');
  read.forEach((step, i) => {
    const wanted = outline.steps[i].decidable ? sides.get(outline.steps[i].id) : undefined;
    if (step.knip?.side !== wanted)
      throw new Error(`the export says ${step.knip?.side} of ${step.key}, not ${wanted}`);
  });
  lossBetween(diagram.text, exported);
  return reading;
}

/**
 * Compares and merges three texts that are read, and throws where something breaks: a file does not differ
 * from itself, a side that changed nothing gives way, what comes out can be read, and with every question
 * answered nothing is left to ask. No answer is out of all proportion to the files.
 */
export function exerciseTogether(bpmn, base, mine, theirs) {
  const { compareDiagrams, compareWithIds, mergeDiagrams, readDiagramText } = bpmn;
  const proportionate = (told, ...texts) => {
    const given = texts.reduce((sum, { length }) => sum + length, 0);
    const { length } = JSON.stringify(told);
    if (length > 100_000 + 40 * given) throw new Error(`${length} characters are told of ${given}`);
  };
  if (compareDiagrams(base, base).changes.length > 0) throw new Error('a file differs from itself');
  proportionate(compareWithIds(base, mine), base, mine);
  if (mergeDiagrams(base, mine, base).text !== mine) throw new Error('their not changing anything counts');
  if (mergeDiagrams(base, base, theirs).text !== theirs) throw new Error('my not changing anything counts');
  const merged = mergeDiagrams(base, mine, theirs);
  proportionate(merged.conflicts, base, mine, theirs);
  const ids = new Set(merged.conflicts.map(({ id }) => id));
  if (ids.size < merged.conflicts.length) throw new Error('two questions have one id');
  for (const take of ['mine', 'theirs']) {
    const choices = [...ids].map((conflict) => ({ conflict, take }));
    const chosen = mergeDiagrams(base, mine, theirs, choices);
    if (chosen.conflicts.length > 0 || chosen.outdated.length > 0) throw new Error('answers are not taken');
    const reading = readDiagramText(chosen.text);
    // Two files near a limit may go over it together.
    const isLimit = (code) => code.startsWith('too');
    if (!reading.ok && !reading.problems.every(({ code }) => isLimit(code)))
      throw new Error(`what was merged is refused: ${reading.problems[0].code}`);
  }
}
