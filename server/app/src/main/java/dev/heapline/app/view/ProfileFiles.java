package dev.heapline.app.view;

import dev.heapline.base.MalformedInputException;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.ProfileReader;
import dev.heapline.pprof.merge.Comparison;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Opens the profiles that a command line names. */
final class ProfileFiles {
  /** The magic numbers of ELF, of Mach-O, and of Windows' programs. */
  private static final List<String> PROGRAMS =
      List.of("7f454c46", "cffaedfe", "cefaedfe", "cafebabe", "feedfacf", "feedface");

  private ProfileFiles() {}

  /**
   * {@return the profile that is meant}
   *
   * @param arguments the profiles, or a program and profiles
   * @param options the bases, among others
   */
  static Profile read(List<String> arguments, ProfileOptions options) throws IOException {
    options.bases.validate();
    boolean hasProgram = arguments.size() > 1 && isProgram(arguments.getFirst());
    var sources = new ArrayList<Profile>();
    for (String argument : hasProgram ? arguments.subList(1, arguments.size()) : arguments) {
      sources.add(read(argument));
    }
    return new Comparison(
            sources,
            options.bases.isGiven() ? List.of(read(options.bases.profile())) : List.of(),
            options.bases.marksBase(),
            options.bases.normalize,
            options.filter.allFrames,
            options.source.demangles(),
            hasProgram ? arguments.getFirst() : "",
            options.source.buildid,
            options.source.addComment)
        .profile();
  }

  private static boolean isProgram(String argument) {
    if (argument.equals("-") || !Files.isRegularFile(Path.of(argument))) {
      return false;
    }
    try (InputStream in = Files.newInputStream(Path.of(argument))) {
      byte[] magic = in.readNBytes(4);
      String digits = HexFormat.of().formatHex(magic);
      return PROGRAMS.contains(digits) || digits.startsWith("4d5a");
    } catch (IOException _) {
      return false;
    }
  }

  private static Profile read(String argument) throws IOException {
    if (argument.equals("-")) {
      return new ProfileReader().read(System.in, "-");
    }
    Path path = Path.of(argument);
    if (Files.isDirectory(path)) {
      throw new MalformedInputException(
          argument, MalformedInputException.NO_OFFSET, "a profile, found a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new ProfileReader().read(in, argument);
    }
  }
}
