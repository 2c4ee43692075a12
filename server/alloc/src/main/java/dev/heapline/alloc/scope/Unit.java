package dev.heapline.alloc.scope;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.TopLevel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * One top-level declaration and what the names in it stand for.
 *
 * <p>Names are resolved when the first of them is asked for. Not for use by several threads at
 * once.
 */
public final class Unit {
  private final GoFile file;
  private final TopLevel top;
  private final PackageScope scope;
  private final Map<String, Entity> imports;
  private Entity[] entities = {};
  private boolean resolved;

  Unit(GoFile file, TopLevel top, PackageScope scope, Map<String, Entity> imports) {
    this.file = file;
    this.top = top;
    this.scope = scope;
    this.imports = imports;
  }

  /** {@return the file that holds it} */
  public GoFile file() {
    return file;
  }

  /** {@return the declaration where it stands in the file} */
  public TopLevel top() {
    return top;
  }

  /** {@return the package around it} */
  public PackageScope scope() {
    return scope;
  }

  Map<String, Entity> imports() {
    return imports;
  }

  /** {@return what the identifier stands for, be it used or declared here} */
  public Entity entity(Expression.Identifier identifier) {
    if (!resolved) {
      resolved = true;
      entities = new Entity[top.tree().expressionCount()];
      Arrays.fill(entities, Entity.UNRESOLVED);
      new NameResolution(this, entities).resolve(top.tree().declaration());
    }
    int index = identifier.index();
    return index >= 0 && index < entities.length ? entities[index] : Entity.UNRESOLVED;
  }

  /** {@return the byte of the file at which an offset of this declaration lies} */
  public int absolute(int offset) {
    return top.offset() + offset;
  }

  /** {@return the 1-based line of an offset of this declaration} */
  public int line(int offset) {
    return file.source().lines().line(absolute(offset));
  }

  /** {@return the source of a node, as written} */
  public String text(Node node) {
    return new String(source(node), StandardCharsets.UTF_8);
  }

  /** {@return the source between two offsets of this declaration} */
  public String text(int start, int end) {
    return new String(source(start, end), StandardCharsets.UTF_8);
  }

  /** {@return the bytes of a node's source} */
  public byte[] source(Node node) {
    return source(node.start(), node.end());
  }

  private byte[] source(int start, int end) {
    byte[] bytes = file.source().bytes();
    int from = Math.clamp(absolute(start), 0, bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.clamp(absolute(end), from, bytes.length));
  }
}
