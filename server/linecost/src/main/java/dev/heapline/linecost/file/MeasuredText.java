package dev.heapline.linecost.file;

import dev.heapline.base.Quantity;
import dev.heapline.linecost.profile.Amount;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.profile.Measurement;
import dev.heapline.linecost.profile.View;
import dev.heapline.linecost.workspace.FunctionName;
import java.util.ArrayList;
import java.util.Optional;

/** What a profile says of a line, in the words of hints, diagnostics and tables. */
public final class MeasuredText {
  private MeasuredText() {}

  /**
   * {@return what is in use and what was allocated, in short: {@code 12.4 MB in use ▲ 3.1 MB · 1.2
   * GB allocated}} Growth stands with the amount that it is the growth of: that of the view.
   */
  public static String line(LineMeasurement line, View view) {
    var parts = new ArrayList<String>();
    for (var each : View.values()) {
      long bytes = line.charged().in(each).bytes();
      long growth = each == view ? line.growth().map(g -> g.in(view).bytes()).orElse(0L) : 0;
      if (bytes != 0 || growth != 0) {
        parts.add(
            Quantity.bytes(bytes)
                + " "
                + each.text()
                + (growth == 0 ? "" : " " + Quantity.shortChange(growth)));
      }
    }
    return String.join(" · ", parts);
  }

  /**
   * {@return the function that allocated for the line, where most of it was not allocated by the
   * line itself: {@code via json.Unmarshal}}
   */
  public static Optional<String> via(LineMeasurement line, View view) {
    long charged = line.charged().in(view).bytes();
    long through = 0;
    for (var via : line.via()) {
      through += via.measurement().in(view).bytes();
    }
    return charged > 0 && 2 * through > charged && !line.via().getFirst().function().isEmpty()
        ? Optional.of("via " + FunctionName.shortened(line.via().getFirst().function()))
        : Optional.empty();
  }

  /** {@return the bytes and the objects of an amount: {@code 12.4 MB (42,109 objects)}} */
  public static String amount(Amount amount) {
    return "%s (%s object%s)"
        .formatted(
            Quantity.bytes(amount.bytes()),
            Quantity.count(amount.objects()),
            amount.objects() == 1 ? "" : "s");
  }

  /** {@return growth in full: {@code ▲ +3.1 MB in use, ▲ +1.2 GB allocated}} */
  public static String growth(Measurement growth) {
    return Quantity.change(growth.inUse().bytes())
        + " in use, "
        + Quantity.change(growth.allocated().bytes())
        + " allocated";
  }

  /**
   * {@return how far the bytes may be off because only some objects were counted, in 19 of 20
   * cases}
   *
   * <p>An object of {@code s} bytes is counted with the probability {@code p = 1 − exp(−s/period)}.
   * Of {@code n} objects that makes the standard deviation of the estimate {@code s·√(n·(1−p)/p)}.
   */
  public static long samplingError(Amount amount, long period) {
    if (period <= 1 || amount.objects() <= 0 || amount.bytes() <= 0) {
      return 0;
    }
    double size = (double) amount.bytes() / amount.objects();
    double counted = probability(size, period);
    return Math.round(1.96 * size * Math.sqrt(amount.objects() * (1 - counted) / counted));
  }

  /** {@return how many objects were counted for an amount, as far as its average size tells} */
  public static long samples(Amount amount, long period) {
    return period <= 1 || amount.objects() <= 0
        ? Math.max(0, amount.objects())
        : Math.round(
            amount.objects() * probability((double) amount.bytes() / amount.objects(), period));
  }

  private static double probability(double size, long period) {
    return -Math.expm1(-size / period);
  }
}
