/** The command line was not one of ours: reported as one Chinese sentence, exit code 2. */
export class WrongCommand extends Error {}
