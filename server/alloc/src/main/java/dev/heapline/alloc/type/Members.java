package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import java.util.ArrayList;
import java.util.List;

/** Fields and methods, promoted ones included. */
final class Members {
  private static final int MAXIMUM_EMBEDDING = 8;

  private final Types types;

  Members(Types types) {
    this.types = types;
  }

  /** An embedded field that is searched, and the pointers that are followed to reach it. */
  private record Candidate(GoType type, int indirections) {}

  Selection select(GoType operand, String name) {
    List<Candidate> level = List.of(new Candidate(operand, 0));
    for (int depth = 0; depth < MAXIMUM_EMBEDDING && !level.isEmpty(); depth++) {
      List<Candidate> next = new ArrayList<>();
      List<Selection> found = new ArrayList<>();
      boolean unsure = false;
      for (Candidate candidate : level) {
        unsure |= search(candidate, name, depth > 0, found, next);
      }
      if (unsure || found.size() > 1) {
        return Selection.UNKNOWN;
      }
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      level = next;
    }
    return Selection.UNKNOWN;
  }

  /** {@return whether the type is one of which not everything is known} */
  private boolean search(
      Candidate candidate,
      String name,
      boolean promoted,
      List<Selection> found,
      List<Candidate> next) {
    GoType type = candidate.type();
    int indirections = candidate.indirections();
    if (types.underlying(type) instanceof GoType.Pointer pointer
        && !(type instanceof GoType.Named)) {
      type = pointer.element();
      indirections++;
    }
    if (type instanceof GoType.Named named) {
      var method = named.name().unit().scope().method(named.name().name(), name);
      if (method.isPresent()) {
        found.add(new Selection.Method(method.get(), pointerReceiver(method.get()), promoted));
        return false;
      }
    }
    return switch (types.underlying(type)) {
      case GoType.Unknown _, GoType.Imported _, GoType.Parameter _ -> true;
      case GoType.Interface each -> dynamic(each, name, indirections, found);
      case GoType.PredeclaredInterface each -> {
        found.add(
            new Selection.Dynamic(
                each.name().equals("error")
                    ? new GoType.Signature(List.of(), false, List.of(GoType.Basic.STRING))
                    : GoType.UNKNOWN,
                indirections));
        yield false;
      }
      case GoType.Struct struct -> {
        for (GoType.StructField field : struct.fields()) {
          if (field.name().equals(name)) {
            found.add(new Selection.Field(field.type(), indirections));
          } else if (field.embedded()) {
            next.add(new Candidate(field.type(), indirections));
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  private boolean dynamic(
      GoType.Interface type, String name, int indirections, List<Selection> found) {
    for (Field field : type.syntax().elements().fields()) {
      for (Expression.Identifier method : field.names()) {
        if (method.name().equals(name)) {
          found.add(new Selection.Dynamic(types.written(type.unit(), field.type()), indirections));
          return false;
        }
      }
    }
    found.add(new Selection.Dynamic(GoType.UNKNOWN, indirections));
    return false;
  }

  private static boolean pointerReceiver(Entity.Function function) {
    Declaration.Function declaration = function.declaration();
    Expression type = declaration.receiver().fields().getFirst().type();
    while (type instanceof Expression.Parenthesized parenthesized) {
      type = parenthesized.inner();
    }
    return type instanceof Expression.Star;
  }
}
