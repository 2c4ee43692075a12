package dev.heapline.pprof.merge;

import java.io.IOException;

/** Profiles that cannot be added to one another: the message says which of their types differ. */
public final class IncompatibleProfilesException extends IOException {
  private static final long serialVersionUID = 1;

  IncompatibleProfilesException(String message) {
    super(message);
  }
}
