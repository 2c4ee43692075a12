package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.linecost.profile.LineMeasurement;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one line.
 *
 * @param line 1-based, in the text as it is now
 * @param sites the allocation sites whose cost a profile would charge to this line, in the order of
 *     the source
 * @param measured what the loaded profile says
 */
public record LineCost(int line, List<AllocationSite> sites, Optional<LineMeasurement> measured) {}
