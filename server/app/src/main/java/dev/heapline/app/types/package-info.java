/** What the type checker knows of packages, for {@code heapline debug types}. */
@NullMarked
package dev.heapline.app.types;

import org.jspecify.annotations.NullMarked;
