package dev.heapline.linecost.profile;

import java.nio.file.Path;

/**
 * A line as it was when a profile was loaded.
 *
 * @param line 1-based
 * @param measurement what the profile says of it, in relation to the question
 */
public record ProfiledLine(Path path, int line, Measurement measurement) {}
