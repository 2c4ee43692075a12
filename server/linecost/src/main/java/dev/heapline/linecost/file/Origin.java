package dev.heapline.linecost.file;

import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.profile.View;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * Where measured numbers come from, in words: which profile, of what age, program and sample type.
 *
 * @param profile lines are measured with it
 * @param base growth is counted from it
 * @param view lines are judged by it
 */
public record Origin(LoadedProfile profile, Optional<LoadedProfile> base, View view) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * {@return the profile in one line: {@code heap.pb.gz · leaky · 2 hours old (2026-11-24 06:02
   * UTC) · by bytes in use}}
   */
  public String text(Instant now) {
    var parts = new ArrayList<String>();
    parts.add(profile.name());
    if (!profile.program().isEmpty()) {
      parts.add(profile.program());
    }
    profile.time().ifPresent(time -> parts.add(age(time, now) + " (" + TIME.format(time) + ")"));
    parts.add("by bytes " + view.text());
    base.ifPresent(
        each ->
            parts.add(
                "since "
                    + each.name()
                    + each.time().map(time -> ", " + age(time, now)).orElse("")));
    return String.join(" · ", parts);
  }

  private static String age(Instant time, Instant now) {
    var age = Duration.between(time, now);
    if (age.toMinutes() < 1) {
      return "just taken";
    }
    if (age.toHours() < 1) {
      return plural(age.toMinutes(), "minute") + " old";
    }
    return age.toDays() < 1
        ? plural(age.toHours(), "hour") + " old"
        : plural(age.toDays(), "day") + " old";
  }

  private static String plural(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
