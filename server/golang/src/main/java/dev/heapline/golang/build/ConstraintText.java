package dev.heapline.golang.build;

import java.util.ArrayDeque;
import java.util.List;

/** Writes a constraint as gofmt does. */
final class ConstraintText {
  private sealed interface Piece {
    record Part(BuildConstraint constraint) implements Piece {}

    record Sign(String text) implements Piece {}
  }

  // What is to be written, the next first: depth costs no stack.
  private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();

  private ConstraintText() {}

  static String of(BuildConstraint constraint) {
    var writer = new ConstraintText();
    writer.pieces.push(new Piece.Part(constraint));
    while (!writer.pieces.isEmpty()) {
      switch (writer.pieces.pop()) {
        case Piece.Sign(var sign) -> writer.text.append(sign);
        case Piece.Part(var part) -> writer.write(part);
      }
    }
    return writer.text.toString();
  }

  private void write(BuildConstraint constraint) {
    switch (constraint) {
      case BuildConstraint.Tag tag -> text.append(tag.name());
      case BuildConstraint.Not(var operand, _) -> {
        text.append('!');
        push(
            operand,
            operand instanceof BuildConstraint.And || operand instanceof BuildConstraint.Or);
      }
      case BuildConstraint.And(var operands, _) -> {
        for (int i = operands.size() - 1; i >= 0; i--) {
          push(operands.get(i), operands.get(i) instanceof BuildConstraint.Or);
          pushBetween(i, " && ");
        }
      }
      case BuildConstraint.Or(var operands, _) -> {
        for (int i = operands.size() - 1; i >= 0; i--) {
          push(operands.get(i), operands.get(i) instanceof BuildConstraint.And);
          pushBetween(i, " || ");
        }
      }
    }
  }

  private void pushBetween(int index, String sign) {
    if (index > 0) {
      pieces.push(new Piece.Sign(sign));
    }
  }

  private void push(BuildConstraint part, boolean parentheses) {
    var whole = new Piece.Part(part);
    (parentheses ? List.of(new Piece.Sign(")"), whole, new Piece.Sign("(")) : List.<Piece>of(whole))
        .forEach(pieces::push);
  }
}
