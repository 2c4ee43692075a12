package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.profile.Measurement;
import dev.heapline.linecost.profile.View;
import dev.heapline.linecost.settings.Annotate;
import dev.heapline.linecost.settings.Settings;
import java.util.Optional;
import java.util.Set;

/**
 * The one place that decides what deserves a person's attention.
 *
 * <p>Without a profile, allocations speak for themselves:
 *
 * <table>
 *   <caption>What is shown at which level, without a profile</caption>
 *   <tr><th></th><th>quiet</th><th>standard</th><th>all</th></tr>
 *   <tr><td>a large allocation</td><td>diagnostic, hint</td><td>diagnostic, hint</td>
 *       <td>diagnostic, hint</td></tr>
 *   <tr><td>in a loop</td><td></td><td>diagnostic, unless it is amortised or small change</td>
 *       <td>diagnostic</td></tr>
 *   <tr><td>on the heap for certain, or of a known size</td><td></td><td>hint</td>
 *       <td>hint</td></tr>
 *   <tr><td>anything else, on the stack too</td><td></td><td></td><td>hint</td></tr>
 * </table>
 *
 * <p>With one, the profile speaks: a line that reaches the floor has a diagnostic and a hint, and a
 * colder one is silent, whatever may be allocated there, except at {@code all}. A line is
 * <em>hot</em> where it reaches the floor in the profile's view, or its growth does; it is
 * <em>warm</em> where it reaches it in either view. At {@code quiet} only what weighs {@value
 * #WEIGHTY_PERCENT} % of the total or grew counts.
 */
public final class Attention {
  /** A line with this share of the total is worth a warning. */
  static final int WEIGHTY_PERCENT = 5;

  /** Amortised, or so common that it says nothing: in a loop they are shown only on request. */
  private static final Set<Kind> COMMON_IN_LOOPS =
      Set.of(Kind.APPEND, Kind.BOX, Kind.VARIADIC, Kind.VARIABLE, Kind.METHOD_VALUE);

  private final Settings settings;
  private final Optional<Measurement> total;
  private final View view;

  private Attention(Settings settings, Optional<Measurement> total, View view) {
    this.settings = settings;
    this.total = total;
    this.view = view;
  }

  /** {@return the judgement where no profile is loaded} */
  public static Attention withoutProfile(Settings settings) {
    return new Attention(settings, Optional.empty(), View.IN_USE);
  }

  /**
   * {@return the judgement by a profile}
   *
   * @param total the whole of the profile
   * @param view what lines are judged by
   */
  public static Attention withProfile(Settings settings, Measurement total, View view) {
    return new Attention(settings, Optional.of(total), view);
  }

  /** {@return what lines are judged by} */
  public View view() {
    return view;
  }

  /** {@return whether a profile speaks} */
  public boolean hasProfile() {
    return total.isPresent();
  }

  /**
   * {@return the share of the profile's total in percent that an amount has in a view; 0 to 100}
   */
  public double percent(Measurement measurement, View in) {
    long whole = total.map(each -> each.in(in).bytes()).orElse(0L);
    return whole <= 0 ? 0 : 100.0 * measurement.in(in).bytes() / whole;
  }

  /** {@return whether a line reaches the floor in the profile's view, or grew by as much} */
  public boolean isHot(LineMeasurement line) {
    return reachesFloor(line.charged(), view) || hasGrown(line);
  }

  /** {@return whether a line reaches the floor in either view, or grew by as much} */
  public boolean isWarm(LineMeasurement line) {
    return isHot(line)
        || reachesFloor(line.charged(), View.IN_USE)
        || reachesFloor(line.charged(), View.ALLOCATED);
  }

  /** {@return whether a hot line is worth a warning: it has a good part of the total, or grew} */
  public boolean isWeighty(LineMeasurement line) {
    return hasGrown(line)
        || (reachesFloor(line.charged(), view) && percent(line.charged(), view) >= WEIGHTY_PERCENT);
  }

  private boolean hasGrown(LineMeasurement line) {
    return line.growth().map(growth -> reachesFloor(growth, view)).orElse(false);
  }

  private boolean reachesFloor(Measurement measurement, View in) {
    long bytes = measurement.in(in).bytes();
    return bytes > 0
        && bytes >= settings.floorBytes()
        && percent(measurement, in) >= settings.floorPercent();
  }

  /** {@return whether one execution of a site allocates much, as far as that is known} */
  public boolean isLarge(AllocationSite site) {
    return mayReachHeap(site) && least(site.size()) >= settings.largeAllocation();
  }

  /** {@return whether a site allocates on the heap, or may do so} */
  static boolean mayReachHeap(AllocationSite site) {
    return site.allocates() && site.escape() != Escape.STACK;
  }

  /** {@return the bytes that are allocated at least} */
  static long least(Size size) {
    return switch (size) {
      case Size.Fixed fixed -> fixed.sizeClass();
      case Size.Variable variable -> variable.minimum();
      case Size.Unknown _ -> 0;
    };
  }

  /** {@return whether the measured cost of a line gets a diagnostic} */
  boolean isDiagnosed(LineMeasurement line) {
    return isHot(line) && (settings.annotate() != Annotate.QUIET || isWeighty(line));
  }

  /** {@return whether a large allocation gets a diagnostic on a line with this measurement} */
  boolean isLargeDiagnosed(AllocationSite site, Optional<LineMeasurement> line) {
    return isLarge(site) && speaks(line);
  }

  /** {@return whether an allocation in a loop gets a diagnostic on a line with this measurement} */
  boolean isLoopDiagnosed(AllocationSite site, Optional<LineMeasurement> line) {
    if (!site.inLoop() || !mayReachHeap(site) || !speaks(line)) {
      return false;
    }
    return switch (settings.annotate()) {
      case QUIET -> false;
      case STANDARD -> !COMMON_IN_LOOPS.contains(site.kind());
      case ALL -> true;
    };
  }

  /** {@return whether a line has a hint} */
  boolean isHinted(LineCost line) {
    return switch (settings.annotate()) {
      case QUIET ->
          hasProfile()
              ? line.measured().map(this::isDiagnosed).orElse(false)
              : line.sites().stream().anyMatch(this::isLarge);
      case STANDARD ->
          hasProfile()
              ? line.measured().map(this::isWarm).orElse(false)
              : line.sites().stream().anyMatch(Attention::saysMuch);
      case ALL -> line.sites().stream().anyMatch(AllocationSite::allocates) || isCharged(line);
    };
  }

  /** {@return whether a site is part of a line's hint} */
  boolean isHinted(AllocationSite site) {
    return site.allocates()
        && (settings.annotate() == Annotate.ALL || (mayReachHeap(site) && saysMuch(site)));
  }

  /** {@return whether a site's name is marked} */
  boolean isMarked(AllocationSite site) {
    return mayReachHeap(site) && (settings.annotate() != Annotate.QUIET || isLarge(site));
  }

  private static boolean isCharged(LineCost line) {
    return line.measured()
        .map(each -> !each.charged().isZero() || !each.growth().orElse(Measurement.ZERO).isZero())
        .orElse(false);
  }

  private static boolean saysMuch(AllocationSite site) {
    return mayReachHeap(site)
        && (site.escape() == Escape.HEAP || !(site.size() instanceof Size.Unknown));
  }

  /** Whether what is predicted may be said, given what was measured: a cold line is silent. */
  private boolean speaks(Optional<LineMeasurement> line) {
    return !hasProfile()
        || settings.annotate() == Annotate.ALL
        || line.map(this::isWarm).orElse(false);
  }
}
