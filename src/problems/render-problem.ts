import type { Problem } from './problem';

/** A problem as a person reads it: the fact, then where, why, the way out and the source. */
export function renderProblem(problem: Problem): string {
  return [
    problem.fact,
    `  at   ${problem.at}`,
    `  why  ${problem.why}`,
    `  fix  ${problem.fix}`,
    `  see  ${problem.see}`,
  ].join('\n');
}

/** All problems of one subject in one message. */
export function renderProblems(subject: string, problems: readonly Problem[]): string {
  if (problems.length === 1) return `${subject}: ${renderProblem(problems[0])}`;
  const numbered = problems.map((problem, index) => `${index + 1}. ${renderProblem(problem)}`);
  return [`${subject} has ${problems.length} problems`, ...numbered].join('\n\n');
}
