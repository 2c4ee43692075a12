package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Statement;

/**
 * Where the walk is.
 *
 * @param body the function
 * @param depth how many loops of that function are around
 * @param head the init statement of the loop whose post statement this is; absent elsewhere
 */
record Context(Body body, int depth, Statement head) {
  static Context of(Body body) {
    return new Context(body, 0, Statement.ABSENT);
  }

  boolean inLoop() {
    return depth > 0;
  }

  Context loop() {
    return new Context(body, depth + 1, Statement.ABSENT);
  }

  Context post(Statement init) {
    return new Context(body, depth, init);
  }
}
