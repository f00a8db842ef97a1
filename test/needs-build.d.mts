export function needsBuild(...parts: ('service' | 'page')[]): void;
