package org.tocsin.bench.study;

import java.time.Instant;
import java.util.List;
import org.tocsin.kernel.Point;

/**
 * One call with everybody sent to it, by time of dispatch.
 *
 * @param place block or crossing, as published
 * @param address what the log publishes of it, such as {@code 400 Block of GROVE ST}
 * @param area the station area it lies in, empty if the log names none
 */
public record StudyCall(
    String number, Point place, String address, String area, List<Response> responses) {
  public StudyCall {
    responses = List.copyOf(responses);
  }

  /** When the first unit was sent: the moment of decision. */
  public Instant decided() {
    return responses.getFirst().dispatched();
  }

  /** Those sent in the first second; which of them was meant to be first the log does not say. */
  public List<Response> sentFirst() {
    return responses.stream().filter(r -> r.dispatched().equals(decided())).toList();
  }
}
