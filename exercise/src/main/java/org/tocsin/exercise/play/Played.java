package org.tocsin.exercise.play;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.UnitResponse;

/**
 * What became of one call of the feed on the instance: the ids it was given. Steps of one call
 * never run at once.
 */
public final class Played {
  private final CallRecord call;
  private final Map<UnitResponse, String> assignments =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private volatile @Nullable String signal;
  private volatile @Nullable String incident;
  private volatile boolean closed;
  private volatile long acceptSentNanos;

  Played(CallRecord call) {
    this.call = call;
  }

  public CallRecord call() {
    return call;
  }

  public @Nullable String signal() {
    return signal;
  }

  public @Nullable String incident() {
    return incident;
  }

  public Map<UnitResponse, String> assignments() {
    return assignments;
  }

  public boolean closed() {
    return closed;
  }

  /** When the acceptance was sent, by {@link System#nanoTime}; 0 if it was not sent by this run. */
  public long acceptSentNanos() {
    return acceptSentNanos;
  }

  void signal(String id) {
    signal = id;
  }

  void incident(String id) {
    incident = id;
  }

  void assigned(UnitResponse unit, String assignment) {
    assignments.put(unit, assignment);
  }

  void close() {
    closed = true;
  }

  void acceptSent(long nanos) {
    acceptSentNanos = nanos;
  }
}
