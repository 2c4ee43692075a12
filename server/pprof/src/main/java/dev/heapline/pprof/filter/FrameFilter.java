package dev.heapline.pprof.filter;

import com.google.re2j.Pattern;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.LocationsBuilder;
import dev.heapline.pprof.Profile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The filters by frame that pprof applies together.
 *
 * @param focus samples stay that have a location which matches
 * @param ignore samples go that have one
 * @param hide frames go that match
 * @param show frames go that do not match
 */
record FrameFilter(
    Optional<Pattern> focus,
    Optional<Pattern> ignore,
    Optional<Pattern> hide,
    Optional<Pattern> show) {
  private boolean isEmpty() {
    return focus.isEmpty() && ignore.isEmpty() && hide.isEmpty() && show.isEmpty();
  }

  Outcome apply(Profile profile) {
    return isEmpty() ? new Outcome(profile, List.of()) : new Pass(profile).apply();
  }

  private final class Pass {
    private final Profile profile;
    private final Optional<NameMatch> focused;
    private final Optional<NameMatch> ignored;
    private final Optional<NameMatch> hidden;
    private final Optional<NameMatch> shown;
    private final BitSet wanted = new BitSet();
    private final BitSet unwanted = new BitSet();
    private final BitSet empty = new BitSet();
    private boolean hidAny;
    private boolean showedAny;

    Pass(Profile profile) {
      this.profile = profile;
      focused = focus.map(pattern -> new NameMatch(profile, pattern));
      ignored = ignore.map(pattern -> new NameMatch(profile, pattern));
      hidden = hide.map(pattern -> new NameMatch(profile, pattern));
      shown = show.map(pattern -> new NameMatch(profile, pattern));
    }

    Outcome apply() {
      var locations = new LocationsBuilder();
      for (int location = 0; location < profile.locations().size(); location++) {
        judge(location);
        copyFrames(location, locations);
      }
      var samples = SamplePass.over(profile, (_, stack, depth) -> keep(stack, depth));
      var builder = profile.toBuilder().samples(samples);
      if (hide.isPresent() || show.isPresent()) {
        builder.locations(locations);
      }
      return new Outcome(builder.build(), idle());
    }

    /** Ignoring wins. */
    private void judge(int location) {
      if (ignored.isPresent() && ignored.get().location(location)) {
        unwanted.set(location);
      } else if (focused.isEmpty() || focused.get().location(location)) {
        wanted.set(location);
      }
    }

    private void copyFrames(int location, LocationsBuilder into) {
      Locations table = profile.locations();
      into.add(
          table.id(location),
          table.address(location),
          table.mapping(location),
          table.isFolded(location));
      boolean hideAll = hidden.isPresent() && hidden.get().mappingOf(location);
      boolean showAll = shown.isEmpty() || shown.get().mappingOf(location);
      hidAny |= hidden.isPresent() && hidden.get().location(location);
      int kept = 0;
      int first = table.firstFrame(location);
      boolean known = profile.frames().function(first) >= 0;
      // Whoever looks for frames finds none where only an address is known.
      for (int f = first; f < table.endFrame(location) && !hideAll; f++) {
        boolean hides = hidden.isPresent() && hidden.get().frame(f);
        if (known && !hides && (showAll || shown.orElseThrow().frame(f))) {
          into.addFrame(
              profile.frames().function(f), profile.frames().line(f), profile.frames().column(f));
          kept++;
        }
      }
      boolean untouched = !known && !hideAll && shown.isEmpty();
      empty.set(location, kept == 0 && !untouched);
      showedAny |= shown.isPresent() && kept > 0;
    }

    private SamplePass.Part keep(int[] stack, int depth) {
      boolean any = false;
      for (int i = 0; i < depth; i++) {
        if (unwanted.get(stack[i])) {
          return SamplePass.Part.NONE;
        }
        any |= wanted.get(stack[i]);
      }
      if (!any) {
        return SamplePass.Part.NONE;
      }
      if (empty.isEmpty()) {
        return new SamplePass.Part(0, depth);
      }
      int kept = 0;
      for (int i = 0; i < depth; i++) {
        if (!empty.get(stack[i])) {
          stack[kept++] = stack[i];
        }
      }
      return kept == 0 ? SamplePass.Part.NONE : new SamplePass.Part(0, kept);
    }

    private List<String> idle() {
      var idle = new ArrayList<String>();
      if (focus.isPresent() && wanted.isEmpty()) {
        idle.add("Focus");
      }
      if (ignore.isPresent() && unwanted.isEmpty()) {
        idle.add("Ignore");
      }
      if (hide.isPresent() && !hidAny) {
        idle.add("Hide");
      }
      if (show.isPresent() && !showedAny) {
        idle.add("Show");
      }
      return idle;
    }
  }
}
