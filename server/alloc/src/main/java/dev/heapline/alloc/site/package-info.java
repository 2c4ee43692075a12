/**
 * The answer and its parts: {@link dev.heapline.alloc.site.AllocationSite}, and the {@link
 * dev.heapline.alloc.site.Target} that it holds for.
 *
 * <p>Plain data in byte offsets of the source, which nothing of the analysis is needed to read.
 */
@NullMarked
package dev.heapline.alloc.site;

import org.jspecify.annotations.NullMarked;
