package dev.heapline.golang.flow.behavior;

/** A reason for which a call may wait for others, perhaps for ever. */
public enum Blocking {
  /** It sends to a channel. */
  SEND,
  /** It receives from a channel, or ranges over one. */
  RECEIVE,
  /** It waits for one of several communications, or for none: a select without a default. */
  SELECT,
  /** It locks a mutex of package {@code sync}. */
  LOCK,
  /** It waits for a group or a condition of package {@code sync}. */
  WAIT,
  /** It calls what is known only as it runs, or is no Go. */
  UNKNOWN
}
