/**
 * How Node is started for work on many units, which come and go: what is made for one should die young. Without the first
 * flag V8 soon makes such objects among the old ones, where they keep others alive until a full collection; with the second
 * a whole unit is done before anything of it is moved.
 */
export const NODE_FLAGS = ['--no-allocation-site-pretenuring', '--max-semi-space-size=128'];
