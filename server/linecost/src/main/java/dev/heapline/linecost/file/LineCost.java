package dev.heapline.linecost.file;

import dev.heapline.linecost.profile.LineMeasurement;
import java.util.Optional;

/**
 * All that is known of one line.
 *
 * @param line 1-based, in the text as it is now
 * @param measured what the loaded profile says
 */
public record LineCost(int line, Optional<LineMeasurement> measured) {}
