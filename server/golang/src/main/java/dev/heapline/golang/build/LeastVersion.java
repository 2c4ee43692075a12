package dev.heapline.golang.build;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * The Go release that a constraint, or its opposite, needs: N of {@code go1.N}, −1 for any.
 *
 * @param holding for it to hold
 * @param failing for it not to hold
 */
record LeastVersion(long holding, long failing) {
  static OptionalLong of(BuildConstraint constraint) {
    long version = Fold.<LeastVersion>over(constraint, LeastVersion::from).holding;
    return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
  }

  private static LeastVersion from(BuildConstraint part, List<LeastVersion> operands) {
    return switch (part) {
      case BuildConstraint.Tag tag -> new LeastVersion(TagFacts.release(tag.name()), -1);
      case BuildConstraint.Not _ -> operands.getFirst().opposite();
      case BuildConstraint.And _ ->
          new LeastVersion(
              versions(operands, LeastVersion::holding).max().orElse(-1),
              versions(operands, LeastVersion::failing).min().orElse(-1));
      case BuildConstraint.Or _ ->
          new LeastVersion(
              versions(operands, LeastVersion::holding).min().orElse(-1),
              versions(operands, LeastVersion::failing).max().orElse(-1));
    };
  }

  private LeastVersion opposite() {
    return new LeastVersion(/* holding= */ failing, /* failing= */ holding);
  }

  private static LongStream versions(List<LeastVersion> all, ToLongFunction<LeastVersion> version) {
    return all.stream().mapToLong(version);
  }
}
