/**
 * Something around the program that the person has to mend, such as an output folder that holds other files: told as
 * a Chinese sentence without a stack, exit code 2.
 */
export class Refusal extends Error {}
