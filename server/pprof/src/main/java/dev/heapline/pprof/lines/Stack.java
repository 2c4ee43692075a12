package dev.heapline.pprof.lines;

/**
 * A stack, and what all samples with this stack have together.
 *
 * @param sample one of the samples with this stack; its frames are the stack's
 * @param value the sum over the samples, in the unit of the sample type that was asked for
 */
public record Stack(int sample, long value) {}
