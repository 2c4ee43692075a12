package dev.heapline.linecost.file;

import dev.heapline.linecost.text.Range;

/**
 * What is known of a line, for a person who asks.
 *
 * @param range what it is about
 * @param markdown one short table and a few sentences
 */
public record Hover(Range range, String markdown) {}
