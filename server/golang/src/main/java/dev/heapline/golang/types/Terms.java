package dev.heapline.golang.types;

import dev.heapline.golang.types.Type.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A set of types as a union of terms.
 *
 * @param isAll whether it holds every type there is
 * @param list the terms otherwise, none of which another one covers
 */
public record Terms(boolean isAll, List<Term> list) {
  /** Every type there is. */
  public static final Terms ALL = new Terms(true, List.of());

  /** No type at all. */
  public static final Terms NONE = new Terms(false, List.of());

  static Terms of(Type type) {
    return new Terms(false, List.of(new Term(false, type)));
  }

  /**
   * What a union means.
   *
   * @param isComplete whether all of its parts were known
   */
  record Of(Terms terms, boolean isComplete) {}

  /** {@return what a union means; a term that is an interface stands for its type set} */
  static Of of(World world, List<Term> terms, Function<Interface, TypeSet> typeSets) {
    Terms union = NONE;
    boolean complete = true;
    for (var term : terms) {
      var under = Underlying.of(world, term.type());
      if (under instanceof Interface element) {
        if (Type.unalias(term.type()) instanceof Named named && named.isRecursive(world)) {
          complete = false;
          continue;
        }
        var set = typeSets.apply(element);
        complete &= set.isComplete();
        union = union.union(world, set.terms());
      } else if (!(under instanceof Type.Unknown)
          && (!term.tilde() || Identity.identical(world, term.type(), under))) {
        union = union.union(world, new Terms(false, List.of(term)));
      }
    }
    return new Of(union, complete);
  }

  /** {@return whether there is no type at all in the set} */
  public boolean isEmpty() {
    return !isAll && list.isEmpty();
  }

  Terms union(World world, Terms other) {
    if (isAll || other.isAll) {
      return ALL;
    }
    var kept = new ArrayList<Term>(list);
    for (var added : other.list) {
      if (kept.stream().noneMatch(each -> covers(world, each, added))) {
        kept.removeIf(each -> covers(world, added, each));
        kept.add(added);
      }
    }
    return new Terms(false, List.copyOf(kept));
  }

  Terms intersect(World world, Terms other) {
    if (isAll) {
      return other;
    }
    if (other.isAll) {
      return this;
    }
    Terms common = NONE;
    for (var left : list) {
      for (var right : other.list) {
        if (!disjoint(world, left, right)) {
          var narrower = left.tilde() && !right.tilde() ? right : left;
          common = common.union(world, new Terms(false, List.of(narrower)));
        }
      }
    }
    return common;
  }

  boolean includes(World world, Type type) {
    return isAll || list.stream().anyMatch(term -> includes(world, term, type));
  }

  boolean isSubsetOf(World world, Terms other) {
    return other.isAll
        || (!isAll
            && list.stream()
                .allMatch(
                    each -> other.list.stream().anyMatch(wider -> covers(world, wider, each))));
  }

  boolean sameAs(World world, Terms other) {
    return isAll == other.isAll && isSubsetOf(world, other) && other.isSubsetOf(world, this);
  }

  private static boolean includes(World world, Term term, Type type) {
    return Identity.identical(world, term.type(), term.tilde() ? Underlying.of(world, type) : type);
  }

  private static boolean covers(World world, Term wider, Term narrower) {
    return !disjoint(world, wider, narrower) && (wider.tilde() || !narrower.tilde());
  }

  private static boolean disjoint(World world, Term left, Term right) {
    Type a = right.tilde() ? Underlying.of(world, left.type()) : left.type();
    Type b = left.tilde() ? Underlying.of(world, right.type()) : right.type();
    return !Identity.identical(world, a, b);
  }
}
