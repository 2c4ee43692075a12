package dev.heapline.pprof.filter;

import com.google.re2j.Pattern;
import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Functions;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.LocationsBuilder;
import dev.heapline.pprof.Profile;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Cuts stacks off at a frame that an expression names. */
public final class Pruning {
  private final Profile profile;
  private final LocationsBuilder locations = new LocationsBuilder();
  private final BitSet cut = new BitSet();
  private final BitSet whole = new BitSet();

  private Pruning(Profile profile) {
    this.profile = profile;
  }

  /**
   * {@return the profile without the frames that it says to leave out, and what they called}
   *
   * @param drop an expression for whole names of functions, or an empty string: nothing goes
   * @param keep one for those that stay after all, or an empty string
   * @throws com.google.re2j.PatternSyntaxException if one is no expression
   */
  public static Profile drop(Profile profile, String drop, String keep) {
    if (drop.isEmpty()) {
      return profile;
    }
    Pattern dropped = Pattern.compile("^(" + drop + ")$");
    Optional<Pattern> kept =
        keep.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile("^(" + keep + ")$"));
    return new Pruning(profile)
        .drop(
            name ->
                dropped.matcher(name).find()
                    && kept.map(pattern -> !pattern.matcher(name).find()).orElse(true));
  }

  /** {@return the profile without what frames that match have called} Those frames stay. */
  static Profile from(Profile profile, Pattern pattern) {
    return new Pruning(profile).from(name -> pattern.matcher(name).find());
  }

  /**
   * {@return the profile without the callers of the outermost frame that matches, in each sample}
   * Samples without any go.
   */
  static Outcome showFrom(Profile profile, Pattern pattern) {
    return new Pruning(profile).showFrom(new NameMatch(profile, pattern));
  }

  private Profile drop(Predicate<String> uninteresting) {
    BitSet functions = functions(uninteresting);
    Locations table = profile.locations();
    for (int location = 0; location < table.size(); location++) {
      int end = table.endFrame(location);
      int frame = end - 1;
      while (frame >= table.firstFrame(location) && !isOneOf(functions, frame)) {
        frame--;
      }
      boolean found = frame >= table.firstFrame(location);
      boolean outermost = found && frame == end - 1;
      cut.set(location, found);
      whole.set(location, outermost);
      locations.add(
          profile, location, found && !outermost ? frame + 1 : table.firstFrame(location), end);
    }
    return build((_, stack, depth) -> dropBelow(stack, depth));
  }

  /** From the root on, but only below the first frame that is of interest. */
  private SamplePass.Part dropBelow(int[] stack, int depth) {
    boolean found = false;
    for (int i = depth - 1; i >= 0; i--) {
      if (!cut.get(stack[i])) {
        found = true;
      } else if (found) {
        return new SamplePass.Part(whole.get(stack[i]) ? i + 1 : i, depth);
      }
    }
    return new SamplePass.Part(0, depth);
  }

  private Profile from(Predicate<String> pattern) {
    BitSet functions = functions(pattern);
    Locations table = profile.locations();
    for (int location = 0; location < table.size(); location++) {
      int first = table.firstFrame(location);
      int end = table.endFrame(location);
      int frame = first;
      while (frame < end && !isOneOf(functions, frame)) {
        frame++;
      }
      cut.set(location, frame < end);
      locations.add(profile, location, frame < end ? frame : first, end);
    }
    return build(
        (_, stack, depth) -> {
          int from = 0;
          while (from < depth && !cut.get(stack[from])) {
            from++;
          }
          return new SamplePass.Part(from < depth ? from : 0, depth);
        });
  }

  private Outcome showFrom(NameMatch match) {
    Locations table = profile.locations();
    for (int location = 0; location < table.size(); location++) {
      int end = table.endFrame(location);
      int last = match.lastFrame(location);
      boolean all = match.mappingOf(location);
      cut.set(location, all || last >= 0);
      locations.add(
          profile, location, table.firstFrame(location), all || last < 0 ? end : last + 1);
    }
    Profile shown =
        build(
            (_, stack, depth) -> {
              int top = depth - 1;
              while (top >= 0 && !cut.get(stack[top])) {
                top--;
              }
              return top < 0 ? SamplePass.Part.NONE : new SamplePass.Part(0, top + 1);
            });
    return new Outcome(shown, cut.isEmpty() ? List.of("ShowFrom") : List.of());
  }

  private Profile build(SamplePass.Step step) {
    return profile.toBuilder().samples(SamplePass.over(profile, step)).locations(locations).build();
  }

  private boolean isOneOf(BitSet functions, int frame) {
    int function = profile.frames().function(frame);
    return function != Frames.NO_FUNCTION && functions.get(function);
  }

  private BitSet functions(Predicate<String> pattern) {
    var matching = new BitSet();
    Functions table = profile.functions();
    for (int f = 0; f < table.size(); f++) {
      matching.set(f, !table.name(f).isEmpty() && pattern.test(withoutParameters(table.name(f))));
    }
    return matching;
  }

  /** The name of a C++ function up to its parameters; one of Go up to its receiver. */
  private static String withoutParameters(String name) {
    String plain = name.startsWith(".") ? name.substring(1) : name;
    for (int i = 0; i < plain.length(); i++) {
      if (plain.startsWith("(anonymous namespace)", i)) {
        i += "(anonymous namespace)".length() - 1;
      } else if (plain.startsWith("operator()", i)) {
        i += "operator()".length() - 1;
      } else if (plain.charAt(i) == '(') {
        return plain.substring(0, i);
      }
    }
    return plain;
  }
}
