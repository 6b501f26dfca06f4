/** HTS decision trees: each asks yes/no questions about a phone's context label and ends at the number of a distribution. */

interface Node {
  question: string;
  no: string;
  yes: string;
}

interface Tree {
  state: number;
  nodes: Map<number, Node>;
  /** The answer of a tree without questions. */
  only?: string;
}

export interface Forest {
  trees: Tree[];
  questions: Map<string, RegExp[]>;
}

/** Parse the text of one tree section ("QS" lines with patterns, then "{*}[state]" blocks of numbered nodes). */
export function parseForest(text: string): Forest {
  const questions = new Map<string, RegExp[]>();
  const trees: Tree[] = [];
  for (const line of text.split(/\r?\n/).map((raw) => raw.trim())) {
    const question = /^QS\s+(\S+)\s*\{(.*)\}$/.exec(line);
    const head = /^\{.*\}\[(\d+)\]/.exec(line);
    const tree = trees.at(-1);
    if (question) questions.set(question[1], patternsOf(question[2]));
    else if (head) trees.push({ state: Number(head[1]), nodes: new Map() });
    else if (tree && line && line !== '{' && line !== '}') addNode(tree, line.split(/\s+/));
  }
  return { trees, questions };
}

/** Index, counted from 0, of the distribution for a state (2 = first emitting state) in this context. */
export function distributionIndex(forest: Forest, state: number, label: string): number {
  const tree = forest.trees.find((candidate) => candidate.state === state);
  if (!tree) throw new Error(`The voice has no tree for state ${state}`);
  let next = tree.only ?? '0';
  while (/^-?\d+$/.test(next)) {
    const node = tree.nodes.get(Number(next))!;
    next = forest.questions.get(node.question)!.some((pattern) => pattern.test(label)) ? node.yes : node.no;
  }
  return Number(/(\d+)"?$/.exec(next)![1]) - 1;
}

function addNode(tree: Tree, words: string[]): void {
  if (words.length >= 4)
    tree.nodes.set(Number(words[0]), { question: words[1], no: words[2], yes: words[3] });
  else if (words.length === 1) tree.only = words[0];
}

/** Patterns such as "*-ah+*": * is any text, ? any one character. */
function patternsOf(list: string): RegExp[] {
  return list
    .split(',')
    .map((item) => item.replaceAll('"', '').trim())
    .filter(Boolean)
    .map((pattern) => {
      const literal = pattern.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
      return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    });
}
